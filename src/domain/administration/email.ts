/** What browsers take for an address (HTML, valid e-mail address), with a full domain and nothing that a mail server would read as more than one. */
const ADDRESS = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
const LONGEST = 254;

/** A mail address as it is kept, its domain in small letters; nothing where mail could not go to what was typed. */
export function readEmail(text: string): string | undefined {
  const address = text.trim();
  if (address.length > LONGEST || !ADDRESS.test(address) || /^\.|\.\.|\.@/.test(address)) return undefined;
  const at = address.lastIndexOf("@");
  return address.slice(0, at) + address.slice(at).toLowerCase();
}

/** What to do about an address that is none. */
export const NOT_AN_EMAIL = "Enter one e-mail address, like ash.rowan@council.gov.uk";
