/**
 * A program under a debugger, as an editor has it: breakpoints are set by written lines, through the source map, and what the
 * debugger says is mapped back. The debugger runs in a worker, since the program's own thread stops.
 *
 *     node debugger.cjs { program, waits, breakpoints, steps, tracing }     prints the written lines where it stopped
 *
 * With `steps` it steps over, from the first breakpoint on, as long as it is in the program; like editors do (`smartStep`), it goes
 * on where no written line belongs to the code.
 */
const { readFileSync } = require('node:fs');
const { Session } = require('node:inspector');
const { pathToFileURL } = require('node:url');
const { isMainThread, parentPort, Worker, workerData } = require('node:worker_threads');

if (isMainThread) {
  const wanted = JSON.parse(process.argv[2]);
  const worker = new Worker(__filename, { workerData: wanted });
  worker.on('message', async (message) => {
    if (message === 'ready') {
      await require(wanted.program).main(wanted.waits);
      worker.postMessage('over');
      return;
    }
    console.log(JSON.stringify(message));
    void worker.terminate();
  });
} else void debug(workerData);

async function debug({ program, breakpoints, steps, tracing }) {
  const { allGeneratedPositionsFor, LEAST_UPPER_BOUND, originalPositionFor, TraceMap } = require(tracing);
  const map = new TraceMap(readFileSync(`${program}.map`, 'utf8'));
  const url = pathToFileURL(program).href;
  const session = new Session();
  session.connectToMainThread();
  const post = (method, params) => new Promise((resolve, reject) => session.post(method, params, (error, result) => (error ? reject(error) : resolve(result))));
  const awake = setInterval(() => {}, 1000);
  const scripts = new Map();
  session.on('Debugger.scriptParsed', ({ params }) => scripts.set(params.scriptId, params.url));
  const stops = [];
  session.on('Debugger.paused', ({ params: { callFrames: [{ location }], hitBreakpoints } }) => {
    const isInside = scripts.get(location.scriptId) === url;
    const { line } = isInside ? originalPositionFor(map, { line: location.lineNumber + 1, column: location.columnNumber }) : { line: null };
    if (line !== null) stops.push({ line, isBreakpoint: hitBreakpoints.length > 0 });
    void post(steps && isInside ? 'Debugger.stepOver' : 'Debugger.resume');
  });
  await post('Debugger.enable');
  for (const line of breakpoints) {
    // Wherever the first thing of the line is in the generated code: editors set all of these.
    const [source] = map.sources;
    for (const place of allGeneratedPositionsFor(map, { source, line, column: 0, bias: LEAST_UPPER_BOUND })) {
      await post('Debugger.setBreakpointByUrl', { url, lineNumber: place.line - 1, columnNumber: place.column });
    }
  }
  parentPort.on('message', async () => {
    await post('Debugger.disable');
    clearInterval(awake);
    parentPort.postMessage(stops);
  });
  parentPort.postMessage('ready');
}
