import { database } from "../lib/platform/db";
import { storeBenchArticle, storeFrameworksAndPeople } from "./articles";

// Fills the database of DATABASE_URL with one article: `tsx bench/fill.ts 10000 1000` for its words and annotations. Says its slug.
const [words, annotations] = process.argv.slice(2).map(Number);
if (!words || annotations === undefined) throw new Error("How many words, and how many annotations?");
const { slug } = await storeBenchArticle({ words, annotations }, await storeFrameworksAndPeople(), 1);
process.stdout.write(slug);
await database().$disconnect();
