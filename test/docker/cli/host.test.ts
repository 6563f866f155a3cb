import { describe, expect, it } from 'vitest';
import { at, found, read } from './reading.ts';

function service(text: string, name = 'web') {
  const found = read(text).project?.services.get(name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
}

describe('docker network connect', () => {
  const WEB = 'docker network create front\ndocker network create back\ndocker run --name web --network front x\n';

  it('adds a network to a container, with its names there', () => {
    const command =
      'docker network connect --alias a,b --alias c --ip 10.0.0.9 --gw-priority 5 --driver-opt k=v back web';
    const { networks } = service(`${WEB}${command}`);
    const [front, back] = networks;
    expect([front?.network, back?.network, networks.length]).toEqual(['front', 'back', 2]);
    expect(back?.aliases.map(({ value }) => value)).toEqual(['a', 'b', 'c']);
    expect([back?.ipv4_address?.value, back?.gw_priority.value]).toEqual(['10.0.0.9', 5]);
    expect(back?.driver_opts.get('k')?.value).toBe('v');
    expect([back?.origin, back?.gw_priority.origin].map((origin) => origin && at(origin))).toEqual(['4:1', '4:60']);
  });

  it('leaves a container that was given no network on the bridge too', () => {
    const text = 'docker network create back\ndocker run --name web x\ndocker network connect back web';
    const { networks, network_mode } = service(text);
    expect([networks.map(({ network }) => network), network_mode]).toEqual([['bridge', 'back'], undefined]);
    expect(read(text).project?.networks.get('bridge')).toMatchObject({ name: 'bridge', external: true });
    expect(read(text).findings).toEqual([]);
  });

  it('adds links', () => {
    const text = `${WEB}docker run --name db x\ndocker network connect --link db:d back web`;
    expect(service(text).links.map((link) => `${link.service} ${link.alias}`)).toEqual(['db d']);
  });

  it.each([
    ['docker network connect front web', 'web is connected to front already'],
    ['docker network connect back', 'docker network connect takes a network and a container'],
    ['docker network connect host web', 'a container can only be made in the network host'],
    ['docker network connect --alias x bridge web', 'knows no aliases'],
    ['docker network connect --ip x back web', 'x is not an IPv4 address'],
    ['docker network connect --driver-opt x back web', '--driver-opt needs key=value'],
    ['docker run --name own --network host x\ndocker network connect back own', 'has the network mode host'],
    ['docker run --name own --network none x\ndocker network connect back own', 'has the network mode none'],
  ])('is refused: %s', (command, message) => {
    expect(read(`${WEB}${command}`).findings.find(({ refused }) => refused)?.message).toContain(message);
  });

  it('of a container that no command makes is not known', () => {
    expect(found('docker network connect back proj-web-1')).toEqual(['CLI007 1:29?']);
  });
});

describe('docker network disconnect', () => {
  it('takes a network away, the bridge too', () => {
    const text =
      'docker network create back\ndocker run --name web x\n' +
      'docker network connect back web\ndocker network disconnect bridge web\n';
    expect(service(text).networks.map(({ network }) => network)).toEqual(['back']);
    const none = 'docker run --name web x\ndocker network disconnect -f bridge web\n';
    expect(service(none).network_mode?.value).toEqual({ kind: 'none' });
  });
});

describe('names', () => {
  it('of containers and networks may be taken once', () => {
    expect(found('docker run --name web x\ndocker run -d --name web y')).toEqual(['CLI006 2:15!']);
    expect(service('docker run --name web x\ndocker run --name web y').image).toBe('x');
    expect(found('docker network create a\ndocker network create a')).toEqual(['CLI006 2:1!']);
  });

  it('are free again when what had them is removed, or has ended', () => {
    const again = (between: string): string | undefined =>
      service(`docker run -d --name web x\n${between}\ndocker run --name web y`).image;
    expect(again('docker rm -f web')).toBe('y');
    expect(again('docker container rm db web')).toBe('y');
    expect(service('docker run --rm --name web x\ndocker run --name web y').image).toBe('y');
    expect(found('docker run -d --rm --name web x\ndocker run --name web y')).toEqual(['CLI006 2:12!']);
    expect(found('docker network create a\ndocker network rm a\ndocker network create a')).toEqual([]);
  });

  it('that a clean-up at the end removes are shown all the same', () => {
    const { project } = read('docker network create n\ndocker run --name web x\ndocker rm -f web\ndocker network rm n');
    expect([project?.services.size, project?.networks.size]).toEqual([1, 1]);
  });

  it('of containers that were given none are their images, numbered', () => {
    const { project } = read('docker run nginx\ndocker run nginx\ndocker run --name nginx x\ndocker run redis');
    expect([...(project?.services.keys() ?? [])]).toEqual(['nginx', 'nginx-2', 'nginx-3', 'redis']);
    expect(project?.services.get('nginx')?.image).toBe('x');
  });
});

describe('references', () => {
  it('to containers of these files are links to services, others lead outside', () => {
    const { links, external_links } = service('docker run --name db x\ndocker run --name web --link db:d --link y x');
    expect([links, external_links].map((list) => list.map((link) => link.service))).toEqual([['db'], ['y']]);
  });

  it('to a container whose network is shared need that container', () => {
    const text = 'docker run --name db x\ndocker run --name web --network container:db x';
    expect(service(text).network_mode?.value).toEqual({ kind: 'container', container: 'db' });
    expect(read(text).findings).toEqual([]);
    expect(found('docker run --name web --network container:db x')).toEqual(['CLI007 1:23?']);
  });
});
