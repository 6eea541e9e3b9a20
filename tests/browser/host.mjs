// A host of the story's own, on a data folder of its own: it is killed and started again in the middle, its verbs are run beside it, and its tables are changed behind its back.
import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export class Host {
  constructor(dll, folder, port) { Object.assign(this, { dll, folder, base: `http://127.0.0.1:${port}` }); }

  async start() {
    const log = fs.openSync(path.join(path.dirname(this.folder), 'conference.log'), 'a');
    this.process = spawn('dotnet', [this.dll], { env: { ...process.env, Data__Directory: this.folder, Urls: this.base }, stdio: ['ignore', log, log] });
    process.once('exit', () => this.process.kill());
    this.over = new Promise(done => this.process.on('exit', done));
    for (let ready = false; !ready;) {
      if (this.process.exitCode !== null) throw new Error('the host ended before it was ready');
      ready = await fetch(`${this.base}/health/ready`).then(answer => answer.ok, () => false);
      if (!ready) await new Promise(done => setTimeout(done, 100));
    }
  }

  /** Ends it: SIGKILL as a failing machine would, SIGTERM as an operator does. */
  async end(signal = 'SIGTERM') {
    if (!this.process || this.process.exitCode !== null) return;
    this.process.kill(signal);
    await this.over;
  }

  /** A verb of the program on the same data: its exit code and what it says. */
  verb(...words) {
    return new Promise(done => execFile('dotnet', [this.dll, ...words], { env: { ...process.env, Data__Directory: this.folder }, timeout: 60000 }, (error, said, complaint) => done({ code: error ? error.code ?? 1 : 0, said: said + complaint })));
  }

  /** A statement in the database, past the program. */
  sql(statement) {
    const { Port, Password } = JSON.parse(fs.readFileSync(path.join(this.folder, 'embedded.json'), 'utf8'));
    return new Promise((done, fail) => execFile('psql', ['-h', '127.0.0.1', '-p', String(Port), '-U', 'workflow', '-d', 'workflow', '-At', '-v', 'ON_ERROR_STOP=1', '-c', statement], { env: { ...process.env, PGPASSWORD: Password }, timeout: 30000 }, (error, said) => error ? fail(error) : done(said.trim())));
  }
}
