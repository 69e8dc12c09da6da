/** Text without the characters that XML cannot hold; half a pair of surrogates becomes U+FFFD. */
export const xmlText = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "").toWellFormed();
