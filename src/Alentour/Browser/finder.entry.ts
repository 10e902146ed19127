// The finder, in place of site.js so that a first visit makes no seventh request: what every page does, then keep these groups,
// near me. The buttons stay hidden where the device cannot.

import "./site.entry";
import { offerToKeep } from "./keep";
import { offerNear } from "./near";

document.querySelectorAll<HTMLButtonElement>("button[data-keep]").forEach(offerToKeep);
document.querySelectorAll<HTMLButtonElement>("button[data-near]").forEach(offerNear);
