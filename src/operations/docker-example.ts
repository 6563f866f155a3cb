/** A small Compose project for the documentation: a database on an internal network, behind a published frontend. */

import type { OperationExample } from './operation.ts';

const COMPOSE = `services:
  frontend:
    image: nginx
    ports: ["8080:80"]
    networks: [front]
  api:
    image: example/api
    networks: [front, back]
  db:
    image: postgres:17
    networks: [back]
networks:
  front: {}
  back:
    internal: true
`;

const FILES = [{ path: 'compose.yaml', content: COMPOSE }];

export const dockerMatrixExample: OperationExample = {
  summary: 'A Compose project with an internal network',
  body: { files: FILES, focus: 'db' },
};

export const dockerQuestionsExample: OperationExample = {
  summary: 'Who gets at a published port, and who at the database?',
  body: {
    files: FILES,
    queries: [
      { from: '@lan', to: '@host', via: 'published', protocol: 'TCP', port: 8080 },
      { from: 'frontend', to: 'db', protocol: 'TCP', port: 5432 },
    ],
  },
};

export const dockerNamesExample: OperationExample = {
  summary: 'The names of a Compose project',
  body: { files: FILES },
};
