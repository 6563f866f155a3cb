/** CMP034: a secret stands in a Compose file. Its value is never shown, only the name of its variable. */

import type { Variable } from '../../../docker/service.ts';
import type { DockerRule } from '../../rule.ts';

const example = (value: string) => `services:
  db:
    image: postgres:16
    environment:
      ${value}
`;

const NAME = /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|ACCESS_KEY|SECRET_KEY|PRIVATE_KEY)$/i;
/** Switches that are called like a secret, and paths of files that hold one. */
const NO_SECRET = /^(?:|yes|no|true|false|on|off|0|1|none|null|\/.*|file:.*)$/i;

export const secretInEnvironment: DockerRule = {
  id: 'CMP034',
  model: 'docker',
  severity: 'warning',
  title: 'A secret stands in a Compose file',
  why: 'It is in the repository for good, and whoever may look at the container reads it in its configuration.',
  fix: 'Keep it in a file and pass it by `secrets`, as images that know *_FILE read it; or name the variable without a value, which takes that of the shell.',
  references: ['https://docs.docker.com/compose/how-tos/use-secrets/'],
  bad: [{ line: 5, text: example('POSTGRES_PASSWORD: correct-horse') }],
  good: [example('POSTGRES_PASSWORD_FILE: /run/secrets/password'), example('POSTGRES_PASSWORD:')],
  check({ project }, report) {
    for (const { name: service, environment } of project.services.values()) {
      for (const [name, variable] of environment) {
        const { value, origin } = variable;
        if (!NAME.test(name) || value === null || NO_SECRET.test(value) || !isWritten(variable)) continue;
        report(
          origin,
          `The value of ${name} of ${service} stands in this file. Pass it by secrets, or take it from the environment.`,
        );
      }
    }
  },
};

/** Whether a file of Compose says the value itself: what a command line or a dump shows was said elsewhere. */
function isWritten({ filled, origin }: Variable): boolean {
  return filled !== true && origin.pointer.startsWith('/services/');
}
