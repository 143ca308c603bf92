// Writes docs/properties.md and docs/mutants.md from the lists of properties and mutants.
import { writeFileSync } from 'node:fs';
import { pages } from './pages.js';

for (const [path, text] of pages()) writeFileSync(path, text);
