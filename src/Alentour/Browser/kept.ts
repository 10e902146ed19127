// What this device keeps, and nothing else: the help page (always), and a finder result (when somebody asks).

export const helpPath = "/aide";
export const helpKept = "/aide?hors-ligne=1";
export const groupsPath = "/aide/groupes-gardes";
export const helpShelf = "help";
export const groupsShelf = "groups";

/** The address that a kept copy was read at. */
export const cameFrom = "X-Kept-From";

/** Reads a page of ours for keeping. The copy must not be a redirected answer: browsers refuse those for a navigation. */
export async function copyOf(address: string): Promise<[Response, string]> {
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok || answer.redirected) throw new Error(address);
  // A kept page works without script: what it needed from the network is not there.
  const html = (await answer.text()).replace(/<script[^>]*><\/script>/g, "");
  const headers = new Headers(answer.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  headers.set(cameFrom, address);
  return [new Response(html, { headers }), html];
}

/** The style sheet, fonts and icon that a page names; its scripts stay out. */
export const looksOf = (html: string): string[] => [...new Set(html.match(/\/built\/[\w.-]+\.(?:css|woff2|svg)/g) || [])];

/** Puts a finder result on this device. */
export async function keepGroups(address: string): Promise<void> {
  const [copy, html] = await copyOf(address);
  const shelf = await caches.open(groupsShelf);
  await shelf.put(groupsPath, copy);
  for (const look of looksOf(html)) if (!(await caches.match(look))) await shelf.add(look);
}

export const forgetGroups = (): Promise<boolean> => caches.delete(groupsShelf);
