import { type Context, Hono } from "hono";
import { headLines } from "../../../app/proof/head-lines.ts";
import { beginProof, openProof, type ProofPage } from "../../../app/proof/open-proof.ts";
import type { WebEnv } from "../../deps.ts";
import { page } from "../../layout/page.tsx";
import { NotFound, requirePermission } from "../../middleware/permission.ts";
import { ProofView } from "./view.tsx";
import { progressInWords } from "./words.ts";

async function proofOf(c: Context<WebEnv>): Promise<ProofPage> {
  const proof = await openProof(c.get("deps").app, c.get("person"));
  if (proof === undefined) throw new NotFound();
  return proof;
}

function show(c: Context<WebEnv>, proof: ProofPage, refused?: { readonly error: string; readonly lines: string }) {
  const running = proof.latest !== null && proof.latest.finishedAt === null;
  return page(
    c,
    { title: "Proof", section: "verify", error: refused !== undefined, status: refused === undefined ? 200 : 422, ...(running ? { refreshAfter: 2 } : {}) },
    <ProofView proof={proof} {...refused} />,
  );
}

/** The lines given in a file, or typed; both where both are. */
async function linesGiven(c: Context<WebEnv>): Promise<string> {
  const { file, heads } = await c.req.parseBody();
  const inFile = file instanceof File && file.size > 0 ? await file.text() : "";
  return [inFile, typeof heads === "string" ? heads : ""].filter((text) => text.trim() !== "").join("\n");
}

/** Proving the organisation’s chains in the browser: nothing of any child is on it but books, numbers and hashes. */
export const verifyPages = new Hono<WebEnv>()
  .use("/verify", requirePermission("verify"))
  .use("/verify/*", requirePermission("verify"))
  .get("/verify", async (c) => show(c, await proofOf(c)))
  .post("/verify", async (c) => {
    const lines = await linesGiven(c);
    const begun = await beginProof(c.get("deps").app, c.get("person"), lines);
    if ("refused" in begun) return show(c, await proofOf(c), { error: begun.refused, lines });
    begun.finished.catch((error: unknown) => c.get("deps").log(`proof ${begun.begun}: ${error instanceof Error ? error.name : "failed"}`));
    return c.redirect("/verify", 303);
  })
  .get("/verify/progress", async (c) => {
    const { latest } = await proofOf(c);
    if (latest === null) return c.json({ finished: true, progress: 1, words: "" });
    return c.json({ finished: latest.finishedAt !== null, progress: latest.total === 0 ? 0 : latest.done / latest.total, words: progressInWords(latest) });
  })
  .get("/verify/heads.jsonl", async (c) => {
    const { heads } = await proofOf(c);
    return c.body(headLines(heads), 200, { "content-type": "application/jsonl; charset=utf-8", "content-disposition": 'attachment; filename="heads.jsonl"' });
  });
