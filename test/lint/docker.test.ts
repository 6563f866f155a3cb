/** Rules about projects hold for command lines too, and for what docker inspect printed. */

import { expect, it } from 'vitest';
import { findingsOf } from './examples.ts';

const saidOf = (commands: readonly string[]) =>
  findingsOf({ 'run.sh': `${commands.join('\n')}\n` }).map(({ rule, line }) => `${rule} ${line}`);

it('commands are judged at their lines by the rules about projects', () => {
  const commands = [
    'docker run -d --network host agent',
    'docker run -d -p 8080:80 nginx',
    'docker run -d -p 5432:5432 postgres',
    'docker run -d --cap-add NET_ADMIN vpn',
  ];
  expect(saidOf(commands)).toEqual(['CMP002 1', 'CMP003 2', 'CMP004 3', 'CMP019 4']);
});

it('names are known on networks of the user, and by links, and nowhere else', () => {
  const db = 'docker run -d --name db postgres';
  expect(saidOf([db, 'docker run -d -e DB_HOST=db web'])).toEqual(['CMP020 2']);
  expect(saidOf([db, 'docker run -d --link db -e DB_HOST=db web'])).toEqual([]);
  const joined = ['docker network create shop', `${db.replace('-d', '-d --network shop')}`];
  expect(saidOf([...joined, 'docker run -d --network shop -e DB_HOST=db web'])).toEqual([]);
});

it('secrets on command lines are not said to stand in a file of Compose', () => {
  expect(saidOf(['docker run -d -e DB_PASSWORD=hunter2 web'])).toEqual([]);
});
