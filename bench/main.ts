/** Figures of one part of Redrive, measured in turns: one object for each line. */
interface Group {
  lines(repeats: number): Promise<object[]>;
}

const groups: Readonly<Record<string, () => Promise<Group>>> = {
  model: () => import('./model.js'),
  serve: () => import('./serve.js'),
  sdk: () => import('./sdk.js'),
};

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(groups);
const unknown = wanted.filter((name) => !Object.hasOwn(groups, name));
if (unknown.length > 0) {
  console.error(`there is no group ${unknown.join(', ')}; there are ${Object.keys(groups).join(', ')}`);
  process.exit(2);
}
for (const name of wanted) {
  const { lines } = await groups[name]!();
  for (const line of await lines(Number(process.env.REPEATS ?? 5))) console.log(JSON.stringify(line));
}
