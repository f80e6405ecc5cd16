// readability_pages.mjs FOLDER RUNS: the main text of each page in a folder by Mozilla's Readability with jsdom; prints the
// milliseconds that all of them took in the best of so many runs after one to warm up.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.env.REDOUBT_PEERS ?? process.cwd(), 'package.json'));
const { JSDOM, VirtualConsole } = require('jsdom');
const { Readability } = require('@mozilla/readability');

const folder = process.argv[2];
const pages = readdirSync(folder).sort().map((name) => readFileSync(join(folder, name)));

function run() {
    const start = performance.now();
    for (const page of pages) {
        const dom = new JSDOM(page, { contentType: 'text/html', virtualConsole: new VirtualConsole() });
        new Readability(dom.window.document).parse();
        dom.window.close();
    }
    return performance.now() - start;
}

run();
let best = Infinity;
for (let i = 0; i < Number(process.argv[3]); ++i)
    best = Math.min(best, run());
console.log(best);
