const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** As the database writes one: anything else is no record’s id. */
export const isUuid = (text: string): boolean => UUID.test(text);
