// The browsers in which a test is to hold: how each is started, how a page is opened in it, and why it may have to be skipped.

import { launch, open } from "./browser.mjs";
import { launchFirefox, openInFirefox, withoutFirefox } from "./firefox.mjs";
import { launchWebKit, openInWebKit, withoutWebKit } from "./webkit.mjs";

export const chromium = { name: "Chromium", start: launch, open };
export const firefox = { name: "Firefox", start: launchFirefox, open: openInFirefox, skip: withoutFirefox };
export const webkit = { name: "WebKit", start: launchWebKit, open: openInWebKit, skip: withoutWebKit };
