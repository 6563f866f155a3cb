/** One operation of the OpenAPI document as a section of the reference page. */

import { forHtml } from '../../util/escape.ts';
import { block, code, fold, prose, terms } from './html.ts';
import { isRecord, type JsonRecord, member, nameOf, resolve } from './records.ts';
import { schemaText } from './schema-text.ts';

function parameterRow(parameter: JsonRecord): readonly [string, string] {
  const { name, description, required } = parameter;
  const content = Object.values(member(parameter, 'content')).filter(isRecord);
  const schema = member(content[0] ?? parameter, 'schema');
  const byDefault = schema['default'] === undefined ? '' : `; default ${code(JSON.stringify(schema['default']))}`;
  const must = required === true ? '; required' : '';
  return [code(String(name)), `${prose(description)} <em>${prose(schemaText(schema))}${byDefault}${must}</em>`];
}

function contentRows(content: JsonRecord): (readonly [string, string])[] {
  return Object.entries(content).map(([type, media]) => {
    const schema = isRecord(media) ? member(media, 'schema') : {};
    return [code(type), `${prose(schema['description'])} <em>${prose(schemaText(schema))}</em>`];
  });
}

function examples(content: JsonRecord): string {
  return Object.entries(content)
    .flatMap(([type, media]) => {
      if (!isRecord(media)) return [];
      const named = Object.values(member(media, 'examples')).filter(isRecord);
      const values = media['example'] === undefined ? named.map(({ value }) => value) : [media['example']];
      return values.slice(0, 1).map((value) => fold(`Example, ${code(type)}`, block(value)));
    })
    .join('\n');
}

function responseHtml(document: JsonRecord, status: string, response: JsonRecord): string {
  const resolved = resolve(document, response);
  const content = member(resolved, 'content');
  const headers = Object.entries(member(resolved, 'headers')).map(([name, header]) => {
    const { description } = isRecord(header) ? resolve(document, header) : {};
    return [code(name), prose(description)] as const;
  });
  const inside = `${terms(contentRows(content))}\n${terms(headers)}\n${examples(content)}`;
  return fold(`${code(status)} ${prose(resolved['description'])}`, inside);
}

export interface DescribedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: JsonRecord;
}

export function operationHtml(document: JsonRecord, { method, path, operation }: DescribedOperation): string {
  const listed = Array.isArray(operation['parameters']) ? operation['parameters'].filter(isRecord) : [];
  const parameters = listed.map((parameter) => parameterRow(resolve(document, parameter)));
  const body = resolve(document, member(operation, 'requestBody'));
  const content = member(body, 'content');
  const responses = Object.entries(member(operation, 'responses')).filter((entry): entry is [string, JsonRecord] =>
    isRecord(entry[1]),
  );
  const taken = terms(contentRows(content)) + examples(content);
  return `<section id="${forHtml(String(operation['operationId']))}">
<h2><code>${method.toUpperCase()} ${path}</code></h2>
<p class="lead">${prose(operation['summary'])}</p>
<p>${prose(operation['description'])}</p>
${parameters.length > 0 ? fold(`${parameters.length} options`, terms(parameters)) : ''}
${taken === '' ? '' : fold(`Body: ${prose(body['description'])}`, taken)}
${responses.map(([status, response]) => responseHtml(document, status, response)).join('\n')}
</section>`;
}

export function schemaHtml(name: string, schema: JsonRecord): string {
  const properties = Object.entries(member(schema, 'properties')).filter((entry): entry is [string, JsonRecord] =>
    isRecord(entry[1]),
  );
  const rows = properties.map(([key, value]) => {
    const about = typeof value['$ref'] === 'string' ? nameOf(value['$ref']) : schemaText(value);
    return [code(key), `${prose(value['description'])} <em>${prose(about)}</em>`] as const;
  });
  const text = rows.length > 0 ? terms(rows) : `<p><em>${prose(schemaText(schema))}</em></p>`;
  return fold(`${code(name)} ${prose(schema['description'])}`, text);
}
