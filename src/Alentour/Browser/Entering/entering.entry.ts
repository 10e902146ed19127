// /entrer, /ouvrir and wherever words of a card or slip are typed, in place of site.js: a passkey's button, and the words that are fetched
// when a field for them is first used.

import "../site.entry";
import { enterByPasskey } from "./passkeys";
import { fetchWordsWhenUsed } from "./lazy";

fetchWordsWhenUsed();
document.querySelectorAll<HTMLButtonElement>("button[data-passkey]").forEach(enterByPasskey);
