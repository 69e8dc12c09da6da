/** Names of no child, and of no initials: creatures and plants. */
const WORDS = [
  "Otter", "Wren", "Hazel", "Plover", "Rowan", "Badger", "Linnet", "Bracken", "Heron", "Aspen", "Dunlin", "Marten", "Sorrel", "Curlew", "Willow", "Stoat",
  "Martin", "Clover", "Osprey", "Maple", "Dormouse", "Teal", "Juniper", "Siskin", "Lapwing", "Alder", "Vole", "Kestrel", "Heather", "Tern", "Sedge", "Merlin",
] as const;

/**
 * What a child is called in a profile that may not say who they are: the same each time, made of the record’s random id, which no such
 * profile holds, and of nothing about the child.
 */
export function aliasOf(recordId: string): string {
  let mixed = 2166136261;
  for (let i = 0; i < recordId.length; i++) mixed = Math.imul(mixed ^ recordId.charCodeAt(i), 16777619);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 2246822507);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 3266489909);
  mixed = (mixed ^ (mixed >>> 16)) >>> 0;
  return `${WORDS[mixed % WORDS.length]} ${String(100 + (Math.floor(mixed / WORDS.length) % 900))}`;
}
