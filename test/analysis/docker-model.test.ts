/** What the analysis of a bundle knows of Docker, whatever it was written in. */

import { describe, expect, it } from 'vitest';
import { formatConnections } from '../../src/algebra/connection-set.ts';
import type { DockerModel } from '../../src/analysis/docker-model.ts';
import { analysisOf, endpointIds, nodeOf } from '../support/bundle.ts';

const COMPOSE = 'services:\n  web: {image: x, ports: ["127.0.0.1:8080:80"]}\n  db: {image: x, network_mode: none}\n';

function docker(files: Readonly<Record<string, string>>, options = {}): DockerModel {
  const model = analysisOf(files, options).docker();
  if (!model) throw new Error('the bundle holds nothing of Docker');
  return model;
}

describe('the Docker side of a bundle', () => {
  it('is not there where no file is Docker’s', () => {
    expect(analysisOf({ 'a.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n' }).docker()).toBeUndefined();
    expect(analysisOf({ 'notes.txt': 'nothing here' }).docker()).toBeUndefined();
  });

  it('is who reaches whom over every way, and over each by itself', () => {
    const model = docker({ 'compose.yaml': COMPOSE });
    const reach = model.reach();
    expect(endpointIds(reach)).toEqual(['@host', '@internet', '@lan', 'db', 'web']);
    const open = (from: string, to: string, by = reach) =>
      formatConnections(by.between(nodeOf(by, from), nodeOf(by, to)).allow);
    expect(open('@host', 'web', model.reachBy('loopback'))).toBe('TCP 80');
    expect(open('@lan', 'web')).toBe('nothing');
    expect(open('web', 'db')).toBe('nothing');
  });

  it('joins Compose files, scripts and inspected hosts', () => {
    const inspected = JSON.stringify([
      { Id: 'a'.repeat(64), Name: '/seen', State: { Running: true }, HostConfig: { NetworkMode: 'host' } },
    ]);
    const model = docker({
      'compose.yaml': COMPOSE,
      'run.sh': '#!/bin/sh\nset -e\ndocker run -d --name cache redis\n',
      'host/inspect.json': inspected,
    });
    expect(endpointIds(model.reach())).toEqual([
      '@host',
      '@internet',
      '@lan',
      'docker/cache',
      'docker/seen',
      'project/db',
      'project/web',
    ]);
    expect(model.bundle.otherLines).toBe(1);
  });

  it('takes every file for command lines where that is asked for', () => {
    const model = docker({ manifest: 'docker run --name web x' }, { input: 'docker-cli' });
    expect(endpointIds(model.reach())).toContain('web');
  });

  it('counts what would be refused', () => {
    const files = { 'a/compose.yaml': 'services: {a: {image: x, networks: [n]}}', 'b.sh': 'docker run -p x:y:z w\n' };
    const { bundle, projects } = docker(files);
    expect(bundle.refused).toBe(2);
    expect(projects).toEqual([]);
  });
});
