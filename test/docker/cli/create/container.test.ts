import { describe, expect, it } from 'vitest';
import type { Service } from '../../../../src/docker/service.ts';
import { at, found, read, refusal, run, serviceOf } from '../reading.ts';

describe('a container', () => {
  it('is called by its name, which its names begin with', () => {
    const service = run('--name web');
    expect([service.name, service.container_name?.value, service.made_by]).toEqual(['web', 'web', 'docker run']);
    expect(run('--name /web').name).toBe('web');
  });

  it('without a name is called by its image, and then has no name others could know', () => {
    const service = serviceOf(`docker run -d docker.io/library/nginx:1.27@sha256:${'a'.repeat(64)}`);
    expect([service.name, service.container_name]).toEqual(['nginx', undefined]);
    expect(serviceOf('docker run "$IMAGE"').name).toBe('container');
  });

  it('may be made by every spelling of the commands, behind sudo, paths, assignments and global flags', () => {
    for (const command of [
      'docker run',
      'docker create',
      'docker container run',
      'docker container create',
      'sudo docker run',
      'sudo -E -u root docker run',
      'A=1 B=2 docker run',
      'env A=1 /usr/bin/docker run',
      'docker --context prod -H tcp://h:2375 -D run',
      'docker.exe run',
      'DOCKER="sudo docker"; $DOCKER run',
    ]) {
      expect(serviceOf(`${command} --name web nginx`).name).toBe('web');
    }
  });

  it('keeps what stands behind the image for its command', () => {
    const { image, command, ports } = serviceOf('docker run --entrypoint sh nginx -c -p 80:80 --network host');
    expect([image, command, ports]).toEqual(['nginx', ['-c', '-p', '80:80', '--network', 'host'], []]);
  });

  it('has the names it is given', () => {
    const service: Service = run(
      '-h web --domainname example.org --dns 10.0.0.2 --dns ::1 --dns-search a.example --dns-opt ndots:1 ' +
        '--dns-option timeout:2 --add-host db:10.0.0.3 --add-host v6=[::1] --add-host host:host-gateway ' +
        '--link db --link cache:redis',
    );
    const { hostname, domainname, dns, dns_search, dns_opt, extra_hosts, links, external_links } = service;
    expect([hostname?.value, domainname?.value]).toEqual(['web', 'example.org']);
    expect([dns, dns_search, dns_opt].map((list) => list.map(({ value }) => value))).toEqual([
      ['10.0.0.2', '::1'],
      ['a.example'],
      ['ndots:1', 'timeout:2'],
    ]);
    expect(extra_hosts.map(({ host, address }) => `${host} ${address}`)).toEqual([
      'db 10.0.0.3',
      'v6 ::1',
      'host host-gateway',
    ]);
    expect([links.length, external_links.map((link) => `${link.service} ${link.alias}`)]).toEqual([
      0,
      ['db db', 'cache redis'],
    ]);
  });

  it('has the rights it is given', () => {
    const service = run(
      '--privileged --cap-add NET_ADMIN --cap-add=SYS_TIME --cap-drop ALL --security-opt no-new-privileges ' +
        '--sysctl net.ipv4.ip_forward=1 --pid host --ipc container:db --uts host --userns host --cgroupns private ' +
        '-u 1000:1000 --group-add audio --read-only --device /dev/net/tun --use-api-socket ' +
        "--device-cgroup-rule 'c 1:3 rwm'",
    );
    const { privileged, pid, ipc, uts, userns_mode, cgroup, user, read_only, use_api_socket } = service;
    const single = [privileged, pid, ipc, uts, userns_mode, cgroup, user, read_only, use_api_socket];
    expect(single.map((placed) => placed?.value)).toEqual([
      true,
      'host',
      'container:db',
      'host',
      'host',
      'private',
      '1000:1000',
      true,
      true,
    ]);
    const lists = [service.cap_add, service.cap_drop, service.security_opt, service.group_add, service.devices];
    expect(lists.map((list) => list.map(({ value }) => value))).toEqual([
      ['NET_ADMIN', 'SYS_TIME'],
      ['ALL'],
      ['no-new-privileges'],
      ['audio'],
      ['/dev/net/tun'],
    ]);
    expect(service.sysctls.get('net.ipv4.ip_forward')?.value).toBe('1');
    expect(run('--privileged=false').privileged).toBeUndefined();
    expect(at(run('-d \\\n --privileged').privileged?.origin ?? service.origin)).toBe('2:2');
  });

  it('has its mounts in the long form', () => {
    const service = run(
      '-v /var/run/docker.sock:/var/run/docker.sock:ro -v data:/data -v /anonymous -v $(pwd):/src:rw,z ' +
        '-v C:\\\\x:/y --mount type=bind,src=/a,dst=/b,readonly --mount source=v,target=/v --tmpfs /tmp:size=1m',
    );
    expect(service.volumes.map(({ type, source, target, read_only }) => [type, source, target, read_only])).toEqual([
      ['bind', '/var/run/docker.sock', '/var/run/docker.sock', true],
      ['volume', 'data', '/data', false],
      ['volume', undefined, '/anonymous', false],
      ['bind', '$(pwd)', '/src', false],
      ['bind', 'C:\\x', '/y', false],
      ['bind', '/a', '/b', true],
      ['volume', 'v', '/v', false],
      ['tmpfs', undefined, '/tmp', false],
    ]);
    expect([...(read('docker run -v data:/d x').project?.volumes.keys() ?? [])]).toEqual(['data']);
  });

  it('has its environment, labels, restarts and health', () => {
    const service = run(
      '-e A=b=c -e B --env C= -l x=y --label z --restart on-failure:3 --init --health-cmd true --health-retries 2',
    );
    expect([...service.environment].map(([name, { value }]) => [name, value])).toEqual([
      ['A', 'b=c'],
      ['B', null],
      ['C', ''],
    ]);
    expect([...service.labels]).toEqual([
      ['x', 'y'],
      ['z', ''],
    ]);
    expect([service.restart, service.init]).toEqual(['on-failure:3', true]);
    expect(service.healthcheck).toEqual({ test: ['CMD-SHELL', 'true'], retries: 2 });
  });

  it('has a definition in the canonical form of the Compose specification', () => {
    const text = 'docker run --name web -p 127.0.0.1:8000-8010:80 --network name=n,alias=a -e A=b --cap-add X nginx sh';
    expect(read(`docker network create n\n${text}`).project?.services.get('web')?.definition).toEqual({
      image: 'nginx',
      container_name: 'web',
      command: ['sh'],
      environment: { A: 'b' },
      networks: { n: { aliases: ['a'] } },
      ports: [{ mode: 'ingress', host_ip: '127.0.0.1', target: 80, published: '8000-8010', protocol: 'tcp' }],
      cap_add: ['X'],
    });
  });
});

describe('docker refuses', () => {
  it.each([
    ['--name a', 'a is no name for a container'],
    ["--name 'a b'", 'a b is no name for a container'],
    ['--dns x', '--dns: a DNS server is given by its address'],
    ["--dns-search 'a b'", '--dns-search: this is no domain name'],
    ['--add-host x', '--add-host takes host:address'],
    ['--add-host a:b:1.2.3.4', '--add-host takes host:address'],
    ['--link a:b:c', '--link takes a container'],
    ["--link ''", '--link takes a container'],
    ['--userns x', '--userns: it is host'],
    ['--pid x', '--pid: it is host or container:name'],
    ['--pid container:', '--pid: it is host or container:name'],
    ['--ipc x', '--ipc: it is none, private'],
    ['--uts x', '--uts: it is host'],
    ['--cgroupns x', '--cgroupns: it is host or private'],
    ['--sysctl foo.bar=1', '--sysctl: docker sets net.*'],
    ['--sysctl net.ipv4.ip_forward', '--sysctl: docker sets net.*'],
    ['--security-opt x', '--security-opt: it is key=value'],
    ['--device-cgroup-rule x', '--device-cgroup-rule: it is'],
    ['--restart x', '--restart is no, always'],
    ['--restart on-failure:x', '--restart is no, always'],
    ['--rm --restart always', '--rm and --restart exclude each other'],
    ["-e ''", '--env: it is name=value'],
    ['-l =x', '--label: it is name=value'],
    ['-v a:b', '--volume: the target b must be an absolute path'],
    ['-v :/a', '--volume takes [source:]target[:options]'],
    ['--mount type=bind,src=/a', '--mount takes type='],
    ['--no-healthcheck --health-cmd x', '--no-healthcheck and the other health flags'],
    ['--foo', 'docker knows no flag --foo here'],
  ])('docker run %s', (flags, message) => {
    expect(refusal(flags)).toContain(message);
  });

  it.each([
    ['docker run -d', 'the image is missing'],
    ['docker run [IMAGE]', '[IMAGE] is no image'],
    ['docker run Nginx', 'Nginx is no image'],
    ['docker run \\ \n -d nginx', 'is there one behind the \\ at the end of the line?'],
  ])('%j', (text, message) => {
    expect(read(text).findings[0]?.message).toContain(message);
  });

  it('a command of a script without anything behind it, which in prose is only spoken of', () => {
    const text = 'Use `docker run` or `docker network create`:\ndocker run [OPTIONS] IMAGE\ndocker network connect\n';
    expect(read(text)).toMatchObject({ findings: [], commands: 0 });
    expect(read({ 'a.sh': 'docker run\n' }).findings[0]?.message).toContain('the image is missing');
    expect(read({ 'a.sh': 'docker run [OPTIONS] x\n' }).findings[0]?.message).toContain('[OPTIONS] is no image');
  });

  it('what a container in the network of another one cannot have', () => {
    for (const flags of [
      '-p 80:80',
      '-P',
      '--expose 80',
      '-h web',
      '--dns 1.1.1.1',
      '--add-host a:1.1.1.1',
      '--link a',
    ]) {
      expect(refusal(`--network container:db ${flags}`)).toContain('a container in the network of db cannot have');
    }
    expect(refusal('--network host --link a')).toContain('links do not go with the network of the host');
    expect(refusal('--network host --sysctl net.a=1')).toContain('cannot change settings of the network');
    expect(refusal('--uts host -h web')).toContain('cannot have one of its own');
    expect(refusal('--network host -h web -p 80:80')).toBeUndefined();
  });

  it('nothing of a flag that is given again', () => {
    expect(run('--pid x --pid host').pid?.value).toBe('host');
  });

  it('says each fault of a command at its flag', () => {
    expect(found('docker run --dns x \\\n  -p y \\\n  --restart z q')).toEqual([
      'CLI004 1:12!',
      'CLI003 2:3!',
      'CLI004 3:3!',
    ]);
  });
});

describe('values of environment variables', () => {
  it('are in no finding', () => {
    const text = 'docker run -e SECRET=hunter2 -e =hunter2 --label =hunter2 -e A="$B hunter2" x\n';
    expect(JSON.stringify(read(text).findings.map(({ message }) => message))).not.toContain('hunter2');
  });
});
