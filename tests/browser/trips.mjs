// One application for each service, on days that do not depend on the clock, and what is said about it.

/** Pupil of the first grade, at the school, under Order No 564. */
const enrolment = {
  service: "enrolment",
  region: "karaganda",
  visit: "10.06.2026",
  channel: "office",
  time: "10:00",
  facts: { grade: "1", "six-by-year-end": "yes", "emergency-restrictions": "no" },
  papers: {
    application: {},
    "birth-certificate": {},
    "identity-document": { expires: "17.05.2031" },
    "medical-form-065": {},
    "medical-form-052-2": {},
    "photo-3x4": {},
  },
  forgotten: "photo-3x4",
  sheets: {
    refused: {
      kk: ["Құжаттарды қабылдаудан бас тарту туралы қолхат", "2026 жылғы 10 маусым", "Мектепке қабылдау", "3х4"],
      ru: ["Расписка об отказе приема документов", "10 июня 2026 года", "Приём в школу", "3х4"],
    },
    accepted: {
      kk: ["құжаттардың алынғаны туралы қолхат", "2026 жылғы 10 маусым", "Мектепке қабылдау", "2 дана"],
      ru: ["Расписка о получении документов у услугополучателя", "10 июня 2026 года", "Приём в школу", "2 экземпляра"],
    },
  },
  due: { kk: "2026 жылғы 11 маусымнан кешіктірмей", ru: "11 июня 2026 года" },
  copies: { refused: 2, accepted: 1 },
};

/** Pupil who studies abroad without the parents, through the portal, under Order No 61. */
const externalStudy = {
  service: "external-study",
  region: "elsewhere",
  visit: "03.08.2026",
  channel: "portal",
  facts: { "external-study-ground": "abroad-alone", "departure-day": "01.09.2026", "signer-is-16": "yes" },
  papers: { application: {}, "study-abroad-document": {} },
  forgotten: "study-abroad-document",
  sheets: {
    refused: {
      kk: ["Өтінішті қараудан бас тарту туралы хабарлама", "Экстернатқа рұқсат"],
      ru: ["Уведомление об отказе в рассмотрении заявления", "Разрешение на экстернат"],
    },
    accepted: {
      kk: ["Сұраудың қабылданғаны туралы хабарлама", "2026 жылғы 17 тамыз", "Экстернатқа рұқсат"],
      ru: ["Уведомление о принятии запроса", "17 августа 2026 года", "Разрешение на экстернат"],
    },
  },
  due: { kk: "2026 жылғы 17 тамыздан кешіктірмей", ru: "17 августа 2026 года" },
  copies: { refused: 1, accepted: 1 },
};

/** A lost certificate, at the school, under Order No 179 as first worded. */
const duplicates = {
  service: "duplicates",
  region: "karaganda",
  visit: "12.11.2015",
  channel: "office",
  time: "10:30",
  facts: { "filed-by-representative": "no", reason: "loss", minor: "no" },
  papers: {
    application: {},
    "identity-document": {},
    "newspaper-extract": { issued: "05.11.2015" },
  },
  forgotten: "newspaper-extract",
  sheets: {
    refused: {
      kk: ["Құжаттарды қабылдаудан бас тарту туралы қолхат", "Аттестаттың телнұсқасы"],
      ru: ["Расписка об отказе в приеме документов", "Дубликат аттестата"],
    },
    accepted: {
      kk: ["2015 жылғы 12 қараша", "2015 жылғы 4 желтоқсан", "Аттестаттың телнұсқасы"],
      ru: ["12 ноября 2015 года", "4 декабря 2015 года", "Дубликат аттестата"],
    },
  },
  due: { kk: "2015 жылғы 4 желтоқсаннан кешіктірмей", ru: "4 декабря 2015 года" },
  copies: { refused: 2, accepted: 2 },
};

/** A teacher's papers, at the State Corporation, under Order No 83 as first worded. */
const attestation = {
  service: "attestation",
  region: "elsewhere",
  visit: "12.09.2022",
  channel: "state-corporation",
  time: "15:00",
  facts: {
    "corporation-at-provider-location": "no",
    "education-data-in-systems": "yes",
    "work-data-in-systems": "yes",
    "in-state-registers": "yes",
  },
  papers: { application: {} },
  forgotten: "application",
  sheets: {
    refused: {
      kk: ["құжаттарын қабылдаудан бас тарту туралы қолхат", "2022 жылғы 12 қыркүйек", "Педагогтің аттестаттауға құжаттары"],
      ru: ["Расписка об отказе в приеме документов", "12 сентября 2022 года", "Документы на аттестацию педагога"],
    },
    accepted: {
      kk: ["құжаттарын қабылдау туралы қолхат", "2022 жылғы 21 қыркүйек", "Педагогтің аттестаттауға құжаттары"],
      ru: ["Расписка о приеме документов", "21 сентября 2022 года", "Документы на аттестацию педагога"],
    },
  },
  due: { kk: "2022 жылғы 21 қыркүйектен кешіктірмей", ru: "21 сентября 2022 года" },
  copies: { refused: 2, accepted: 1 },
};

export const trips = { enrolment, "external-study": externalStudy, duplicates, attestation };
