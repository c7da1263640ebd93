// Types of <qolhat-check>, for editors and TypeScript.

/** A package: what is brought, where and when. The npm package `qolhat` takes the same. */
export interface QolhatPackage {
  service: string;
  region?: string;
  channel: string;
  visit?: string;
  time?: string;
  facts: Record<string, boolean | number | string>;
  documents: {
    document: string;
    form?: "original" | "copy" | "electronic";
    copies?: number;
    issued?: string;
    expires?: string;
    undated?: boolean;
    registrationMark?: boolean;
    originalShown?: boolean;
  }[];
}

/** A verdict with its dates as YYYY-MM-DD. It names nobody. */
export interface QolhatVerdict {
  service: string;
  verdict: "accepted" | "refused" | "open" | "no-edition";
  due?: string;
  earliest?: string;
  edition?: string;
  findings: string[];
  law: string;
}

/** What a school adds of its own; the list of documents is the law's. */
export interface QolhatAdditions {
  closed?: string[];
  notes?: Record<string, string | { kk?: string; ru?: string; en?: string }>;
}

export interface QolhatCheckElement extends HTMLElement {
  package: QolhatPackage | null;
  readonly report: QolhatVerdict | null;
  additions: QolhatAdditions | null;
  open(): Promise<boolean>;
  reset(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "qolhat-check": QolhatCheckElement;
  }
  interface HTMLElementEventMap {
    "qolhat-ready": CustomEvent<{ version: string }>;
    "qolhat-report": CustomEvent<QolhatVerdict>;
    "qolhat-print": CustomEvent<{ service: string | null; verdict: string | null }>;
    "qolhat-error": CustomEvent<{ code: "wasm-blocked" | "load-failed" | "engine-broken" | "setting-unknown" | "addition-refused"; message?: string }>;
  }
}
