// Pages of somebody who is in where a passkey may be made, in place of site.js.

import "../site.entry";
import { makePasskey } from "./new-passkey";

document.querySelectorAll<HTMLElement>(".new-passkey").forEach(makePasskey);
