/** An address whose connections take on a role as they start. */
export function withRole(url: string, role: string | undefined): string {
  if (role === undefined) return url;
  const address = new URL(url);
  const options = address.searchParams.get("options");
  address.searchParams.delete("options");
  const wanted = [options, `-c role=${role}`].filter((option) => option !== null).join(" ");
  return `${address.href}${address.search === "" ? "?" : "&"}options=${encodeURIComponent(wanted)}`;
}
