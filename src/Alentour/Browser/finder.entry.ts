// The finder, beside site.js: keep these groups, near me. The buttons stay hidden where the device cannot.

import { offerToKeep } from "./keep";
import { offerNear } from "./near";

document.querySelectorAll<HTMLButtonElement>("button[data-keep]").forEach(offerToKeep);
document.querySelectorAll<HTMLButtonElement>("button[data-near]").forEach(offerNear);
