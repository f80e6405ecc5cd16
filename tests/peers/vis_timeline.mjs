// vis_timeline.mjs EVENTS WIDTH HEIGHT FRAMES SECONDS: shows EVENTS in vis-timeline with `cluster` in headless Chromium, and prints
// as JSON how many milliseconds its frames take: {"load": …, "pan": {"40": […], …}, "zoom": […], "unfinished": …}.
//
// EVENTS is JSON: {"groups": [{id, content}], "items": [{id, group, content, start, end}]}. `pan` has up to FRAMES frames for each
// scale, so many times the scale of the whole, nearest first. After SECONDS it ends with what it has: `unfinished` is how long the
// frame that it was at had taken by then.
//
// A frame lasts from the call of setWindow(), without animation, to the first task after the paint that shows it. The browser's
// limit on frames a second is off, so that it waits for nothing. Not counted, to the advantage of vis-timeline: the first frame at
// a scale, which makes its clusters; and what other threads of the browser do to bring a frame to the screen.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const notInstalled = 3;
const [eventsFile, width, height, frames, seconds] = process.argv.slice(2);
const library = join(process.env.REDOUBT_PEERS ?? process.cwd(), 'node_modules/vis-timeline');
const script = join(library, 'standalone/umd/vis-timeline-graph2d.min.js');
if (!existsSync(script))
    process.exit(notInstalled);

// Runs in the page, and tells of each frame.
async function measure(data, frames) {
    const painted = () => new Promise((done) => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = done;
        channel.port2.postMessage(0);
    }));
    const timed = async (kind, scale, step) => {
        tell(JSON.stringify({}));
        const start = performance.now();
        step();
        await painted();
        tell(JSON.stringify({ kind, scale, time: performance.now() - start }));
    };
    const first = data.items.reduce((least, item) => Math.min(least, item.start), Infinity);
    const length = data.items.reduce((most, item) => Math.max(most, item.end ?? item.start), -Infinity) - first;
    const container = document.getElementById('timeline');
    let timeline;
    const show = (from, span) => timeline.setWindow(new Date(from), new Date(from + span), { animation: false });
    const pan = (factor, i) => show(first + length * 0.8 * (1 - 1 / factor) + i * 23 / innerWidth * length / factor, length / factor);
    const zoom = (at, i) => {
        const span = length / 1.12 ** Math.min(i, frames - i);
        show(first + length * at - span * at, span);
    };
    // Anew for each scale, and off the events at first: what it draws first it does not cluster, and from one scale to another
    // it compares all clusters with each other; either would take it many minutes.
    const begin = async (scale, span, step) => {
        timeline?.destroy();
        await timed('load', scale, () => {
            timeline = new vis.Timeline(container, data.items, data.groups,
                { cluster: true, width: '100%', height: '100%', start: first - 9 * length, end: first - 9 * length + span });
        });
        for (let i = 0; i < 5; ++i)
            await painted();
        await timed('first', scale, step);
    };
    for (const factor of [4, 40, 400, 4000, 40000]) {
        await begin(factor, length / factor, () => pan(factor, 0));
        for (let i = 1; i <= frames; ++i)
            await timed('pan', factor, () => pan(factor, i));
    }
    for (const at of [0.2, 0.5, 0.95]) {
        await begin(at, length, () => zoom(at, 0));
        for (let i = 1; i <= frames; ++i)
            await timed('zoom', at, () => zoom(at, i));
    }
}

/// The browser's protocol over a pair of pipes: messages of JSON that end with NUL.
class Browser {
    #next = 0;
    #waiting = new Map();
    #rest = '';

    constructor(folder) {
        this.onEvent = () => {};
        this.process = spawn('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
            '--disable-component-update', '--disable-sync', '--disable-frame-rate-limit', '--disable-gpu-vsync', '--remote-debugging-pipe',
            `--window-size=${width},${height}`, `--user-data-dir=${folder}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
        this.ended = new Promise((done) => this.process.on('close', done));
        this.process.on('error', () => process.exit(notInstalled));
        this.process.stdio[3].on('error', () => {});
        this.process.stdio[4].setEncoding('utf8').on('data', (text) => this.#read(text));
    }

    #read(text) {
        const parts = (this.#rest + text).split('\0');
        this.#rest = parts.pop();
        for (const message of parts.map((part) => JSON.parse(part))) {
            if (message.method)
                this.onEvent(message);
            else if (message.error)
                this.#waiting.get(message.id)?.fail(new Error(message.error.message));
            else
                this.#waiting.get(message.id)?.done(message.result);
        }
    }

    call(method, params = {}, sessionId = undefined) {
        const id = ++this.#next;
        this.process.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0');
        return new Promise((done, fail) => this.#waiting.set(id, { done, fail }));
    }
}

const figures = { load: 0, pan: {}, zoom: [], unfinished: 0 };
let begun = 0; // the frame that it is at
function take({ kind, scale, time }) {
    begun = kind ? 0 : performance.now();
    if (kind === 'load')
        figures.load ||= time;
    else if (kind === 'pan')
        (figures.pan[scale] ??= []).push(time);
    else if (kind === 'zoom')
        figures.zoom.push(time);
}

async function run(browser, page) {
    const { targetId } = await browser.call('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await browser.call('Target.attachToTarget', { targetId, flatten: true });
    const call = (method, params) => browser.call(method, params, sessionId);
    await call('Emulation.setDeviceMetricsOverride', { width: +width, height: +height, deviceScaleFactor: 1, mobile: false });
    await call('Page.enable');
    await call('Runtime.enable');
    await call('Runtime.addBinding', { name: 'tell' });
    await new Promise((loaded) => {
        browser.onEvent = (event) => event.method === 'Page.loadEventFired' && loaded();
        call('Page.navigate', { url: pathToFileURL(page).href });
    });
    browser.onEvent = (event) => event.method === 'Runtime.bindingCalled' && take(JSON.parse(event.params.payload));
    const { exceptionDetails } = await call('Runtime.evaluate', { expression: `(${measure})(data, ${+frames})`, awaitPromise: true });
    if (exceptionDetails)
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
}

const folder = mkdtempSync(join(tmpdir(), 'redoubt-peer-'));
const page = join(folder, 'page.html');
writeFileSync(page, `<!doctype html><meta charset="utf-8"><title>vis-timeline</title>
<link rel="stylesheet" href="${pathToFileURL(join(library, 'styles/vis-timeline-graph2d.min.css'))}">
<style>html, body, #timeline { margin: 0; width: 100%; height: 100%; overflow: hidden }</style>
<div id="timeline"></div><script src="${pathToFileURL(script)}"></script>
<script>const data = ${readFileSync(eventsFile, 'utf8').replaceAll('</', '<\\/')}</script>`);
const browser = new Browser(join(folder, 'profile'));
const deadline = new Promise((done) => setTimeout(done, seconds * 1000).unref());
try {
    await Promise.race([run(browser, page), deadline, browser.ended.then(() => { throw new Error('Chromium has ended.'); })]);
    figures.unfinished = begun > 0 ? performance.now() - begun : 0;
    console.log(JSON.stringify(figures));
} catch (error) {
    console.error(error.message);
    process.exitCode = 1;
}
browser.process.kill('SIGKILL');
await browser.ended;
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
