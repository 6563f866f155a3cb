import { describe, expect, it } from 'vitest';
import { at, found, read, refusal, run } from '../reading.ts';

/** `host address|host ports|target/protocol` of every published port. */
function ports(flags: string): string[] {
  return run(flags).ports.map(({ host_ip = '', published, target, protocol }) => {
    const host = published ? [...new Set([published.first, published.last])].join('-') : '';
    return `${host_ip}|${host}|${target}/${protocol}`;
  });
}

describe('published ports', () => {
  it.each([
    ['-p 80', ['||80/tcp']],
    ['-p 8080:80', ['|8080|80/tcp']],
    ['-p :80', ['||80/tcp']],
    ['-p 0:80', ['||80/tcp']],
    ['-p 127.0.0.1::80', ['127.0.0.1||80/tcp']],
    ['-p 127.0.0.1:81:80/udp', ['127.0.0.1|81|80/udp']],
    ['-p [::1]:81:80', ['::1|81|80/tcp']],
    ['-p ::1:81:80/SCTP', ['::1|81|80/sctp']],
    ['-p 8000-8001:80-81', ['|8000|80/tcp', '|8001|81/tcp']],
    ['-p 80-81', ['||80/tcp', '||81/tcp']],
    ['-p 8000-8010:80', ['|8000-8010|80/tcp']],
    ['-p 080:80', ['|80|80/tcp']],
    ['--publish published=8080,target=80,protocol=udp,mode=host', ['|8080|80/udp']],
    ['--publish target=80', ['||80/tcp']],
    ['-p 80:80 -p 443:443', ['|80|80/tcp', '|443|443/tcp']],
  ])('docker run %s', (flags, expected) => {
    expect(ports(flags)).toEqual(expected);
  });

  it.each([
    ['-p 80:', 'the container port is missing'],
    ["-p ''", 'the container port is missing'],
    ['-p 80:0', 'the container port 0 does not exist'],
    ['-p 65536:80', 'the host port is no port'],
    ['-p a:80', 'the host port is no port'],
    ['-p 80:70000', 'the container port is missing or is no port'],
    ['-p 90-80:1', 'the host port is no port'],
    ['-p 8000-8002:80-81', 'the two ranges differ in length'],
    ['-p 80/http', 'the protocol is tcp, udp, sctp'],
    ['-p localhost:80:80', 'what stands before the ports is no address'],
    ['-p [::1:80:80', 'what stands before the ports is no address'],
    ['-p 1:2:3:4', 'what stands before the ports is no address'],
    ['-p published=80', 'the container port is missing'],
    ['-p published=80,target', 'every part of the long form is key=value'],
    ['--expose x', '--expose x is no port and no range'],
    ['--expose 81-80', '--expose 81-80 is no port and no range'],
  ])('docker refuses docker run %s', (flags, message) => {
    expect(refusal(flags)).toContain(message);
  });

  it('keep the place of their flag', () => {
    const [first, second] = run('-d \\\n -p 1:1 \\\n -itp 2:2').ports;
    expect([first, second].map((port) => port && at(port.origin))).toEqual(['2:2', '3:2']);
    expect(found('docker run \\\n  -p 1:1 -p x x')).toEqual(['CLI003 2:10!']);
  });

  it('of which a part is not known are ports nobody knows, and the answer is not complete', () => {
    const { project, findings } = read('docker run -p $PORT:80 -p $IP:81:81 x');
    expect(findings.map(({ rule, unreadable }) => [rule, unreadable])).toEqual([
      ['CLI007', true],
      ['CLI007', true],
    ]);
    const [first, second] = project?.services.get('x')?.ports ?? [];
    expect([first?.target, first?.published]).toEqual([80, undefined]);
    expect([second?.target, second?.published?.first, second?.host_ip]).toEqual([81, 81, undefined]);
  });
});

describe('exposed ports', () => {
  it('are kept as they are written', () => {
    expect(run('--expose 80 --expose 90-95/udp').expose.map(({ value }) => value)).toEqual(['80', '90-95/udp']);
  });

  it('are all published by -P, those of the image too, which are not known', () => {
    expect(run('-P --expose 80').publishAll).toBe(true);
    expect(run('-P=false').publishAll).toBe(false);
    expect(found('docker run -P --expose 80 x')).toEqual([]);
    expect(found('docker run -itP x')).toEqual(['CLI009 1:12']);
  });
});
