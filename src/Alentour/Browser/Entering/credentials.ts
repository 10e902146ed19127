// What both passkey scripts need: whether this browser knows passkeys, and bytes as base64url text.

export const knowsPasskeys = (): boolean => "PublicKeyCredential" in self && "credentials" in navigator;

export const bytesOf = (text: string): ArrayBuffer =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), sign => sign.charCodeAt(0)).buffer;

export const textOf = (bytes: ArrayBuffer | null): string | undefined =>
  bytes ? btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "") : undefined;

/**
 * A credential as the house reads it, made by hand of what may leave the browser. Never toJSON(): it would carry the results of the
 * extensions, and that of prf is a secret which may one day unlock what is sealed.
 */
export const sayCredential = ({ id, type }: Credential, response: object): string =>
  JSON.stringify({ id, rawId: id, type, response, clientExtensionResults: {} });
