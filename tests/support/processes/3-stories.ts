import { shareStories } from "../share-stories.ts";

await shareStories();
