// typst_pdf.mjs SOURCE OUT: sets a Typst document as PDF and prints the milliseconds that it took, without the start of Node.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.env.REDOUBT_PEERS ?? process.cwd(), 'package.json'));
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const source = readFileSync(process.argv[2], 'utf8');
const compiler = NodeCompiler.create();
const start = performance.now();
const pdf = compiler.pdf({ mainFileContent: source });
console.log(performance.now() - start);
writeFileSync(process.argv[3], pdf);
