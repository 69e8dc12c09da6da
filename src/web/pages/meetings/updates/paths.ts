/** Where the update of one item is given. No name and no id of a child is in it. */
export const updatePath = (item: string): string => `/meetings/items/${item}/update`;
