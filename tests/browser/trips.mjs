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
};

/** A lost certificate, at the school, under Order No 179 as first worded. */
const duplicates = {
  service: "duplicates",
  region: "karaganda",
  visit: "12.11.2015",
  channel: "office",
  time: "10:30",
  facts: { reason: "loss", minor: "no" },
  papers: {
    application: {},
    "identity-document": { expires: "01.03.2020" },
    "newspaper-extract": { issued: "05.11.2015" },
  },
  forgotten: "newspaper-extract",
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
    "filed-by-representative": "no",
  },
  papers: { application: {} },
  forgotten: "application",
};

export const trips = { enrolment, "external-study": externalStudy, duplicates, attestation };
