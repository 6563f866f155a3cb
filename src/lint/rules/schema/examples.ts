/** Manifests that the examples of these rules begin with. */

/** A container of a Pod with one more line, which is the eighth. */
export function podWith(line: string): string {
  return `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      image: example.com/web
      ${line}
`;
}

/** A kind of the bundle's own, in 19 lines, and an object of it in 5 more. */
export function customRange(from: number, to: number): string {
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: ranges.example.org}
spec:
  group: example.org
  names: {kind: Range, plural: ranges}
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties: {from: {type: integer}, to: {type: integer}}
              x-kubernetes-validations:
                - {rule: self.from <= self.to, message: a range must not end before it begins}
---
apiVersion: example.org/v1
kind: Range
metadata: {name: web}
spec: {from: ${from}, to: ${to}}
`;
}
