// usage: node fake.mjs MODE PORT: a server that behaves as the mode says
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';

const [mode, port] = process.argv.slice(2);
const listen = (status) =>
  createServer((_, response) => response.writeHead(status).end()).listen(Number(port), '127.0.0.1');

switch (mode) {
  case 'good':
    listen(200);
    break;
  case 'ailing':
    listen(503);
    break;
  case 'mortal':
    createServer((request, response) => {
      if (request.url === '/die') process.exit(9);
      response.writeHead(200).end();
    }).listen(Number(port), '127.0.0.1');
    break;
  case 'silent':
    console.log(`child ${spawn('sleep', ['60'], { stdio: 'ignore' }).pid}`);
    setInterval(() => {}, 1000);
    break;
  case 'broken':
    console.error('the port is haunted');
    process.exit(7);
    break;
  case 'stubborn':
    process.on('SIGTERM', () => {});
    console.log(`child ${spawn('sleep', ['60'], { stdio: 'ignore' }).pid}`);
    listen(200);
}
