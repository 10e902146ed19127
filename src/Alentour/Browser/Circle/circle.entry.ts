// A circle, its threshold, and where a first visit waits, in place of site.js. All of it works without: by a link, by the refresh in <noscript>.

import "../site.entry";
import { follow } from "./follow";
import { waitAtThreshold } from "./threshold";

const circle = document.querySelector<HTMLElement>("[data-circle]");
if (circle) follow(circle);
const threshold = document.querySelector<HTMLElement>("[data-refresh]");
if (threshold) waitAtThreshold(threshold);
