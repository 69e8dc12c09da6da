/** Only on the machine itself may what is secret go without https. */
export const isThisMachine = (url: URL): boolean => url.protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
