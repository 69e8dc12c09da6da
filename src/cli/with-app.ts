import type { App } from "../app/app.ts";
import type { Call } from "./command.ts";

/** Opens the product on its database for as long as `work` takes. */
export async function withApp<T>({ composition }: Call, work: (app: App) => Promise<T>): Promise<T> {
  const { app, close } = await composition.openApp();
  try {
    return await work(app);
  } finally {
    await close();
  }
}
