/**
 * ClusterNetworkPolicy, from its CustomResourceDefinition
 * (https://github.com/kubernetes-sigs/network-policy-api, Apache-2.0), without prose.
 * What a line means stands in `table.ts`. Written by `scripts/generate/kubernetes-schemas.ts`; do not edit.
 */

import type { TableText } from './table.ts';

export const NETWORK_POLICY_API_TABLE: TableText = {
  kinds: `policy.networking.k8s.io/v1alpha2 ClusterNetworkPolicy=35 c`,
  lines: `{"type":"object"}
{"type":"string","enum":["Accept","Deny","Pass"]}
{"type":"string","maxLength":100}
{"type":"integer","format":"int32","minimum":1,"maximum":65535}
{"type":"object","required":["end","start"],"x-kubernetes-validations":[{"rule":"self.start < self.end","message":"Start port must be less than End port"}],"properties":{"end":"3","start":"3"}}
{"type":"object","maxProperties":1,"minProperties":1,"properties":{"number":"3","range":"4"}}
{"type":"object","minProperties":1,"properties":{"destinationPort":"5"}}
{"type":"object","maxProperties":1,"minProperties":1,"properties":{"destinationNamedPort":"s","sctp":"6","tcp":"6","udp":"6"}}
{"type":"array","minItems":1,"maxItems":25,"items":"7"}
{"type":"string","pattern":"^(\\\\*\\\\.)?([a-zA-z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\\\\.)+[a-zA-z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\\\\.?$"}
{"type":"array","minItems":1,"maxItems":25,"x-kubernetes-list-type":"set","items":"9"}
{"type":"object","required":["key","operator"],"properties":{"key":"s","operator":"s","values":"[s"}}
{"type":"object","properties":{"matchExpressions":"[11","matchLabels":"{s"}}
{"type":"string","maxLength":43,"x-kubernetes-validations":[{"rule":"isCIDR(self)","message":"Invalid CIDR format provided"}]}
{"type":"array","minItems":1,"maxItems":25,"x-kubernetes-list-type":"set","items":"13"}
{"type":"object","required":["podSelector"],"properties":{"namespaceSelector":"12","podSelector":"12"}}
{"type":"object","maxProperties":1,"minProperties":1,"properties":{"domainNames":"10","namespaces":"12","networks":"14","nodes":"12","pods":"15"}}
{"type":"array","minItems":1,"maxItems":25,"items":"16"}
{"type":"object","required":["action","to"],"x-kubernetes-validations":[{"rule":"!(self.to.exists(peer, has(peer.networks) || has(peer.nodes) || has(peer.domainNames)) && has(self.protocols) && self.protocols.exists(protocol, has(protocol.destinationNamedPort)))","message":"networks/nodes/domainNames peer cannot be set with namedPorts since there are no namedPorts for networks/nodes/domainNames"}],"properties":{"action":"1","name":"2","protocols":"8","to":"17"}}
{"type":"array","maxItems":25,"items":"18"}
{"type":"object","maxProperties":1,"minProperties":1,"properties":{"namespaces":"12","pods":"15"}}
{"type":"array","minItems":1,"maxItems":25,"items":"20"}
{"type":"object","required":["action","from"],"properties":{"action":"1","from":"21","name":"2","protocols":"8"}}
{"type":"array","maxItems":25,"items":"22"}
{"type":"integer","format":"int32","minimum":0,"maximum":1000}
{"type":"string","enum":["Admin","Baseline"]}
{"type":"object","required":["priority","subject","tier"],"properties":{"egress":"19","ingress":"23","priority":"24","subject":"20","tier":"25"}}
{"type":"string","maxLength":32768}
{"type":"integer","format":"int64","minimum":0}
{"type":"string","pattern":"^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$","minLength":1,"maxLength":1024}
{"type":"string","enum":["True","False","Unknown"]}
{"type":"string","pattern":"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$","maxLength":316}
{"type":"object","required":["lastTransitionTime","message","reason","status","type"],"properties":{"lastTransitionTime":"t","message":"27","observedGeneration":"28","reason":"29","status":"30","type":"31"}}
{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["type"],"items":"32"}
{"type":"object","required":["conditions"],"properties":{"conditions":"33"}}
{"type":"object","required":["metadata","spec"],"properties":{"apiVersion":"s","kind":"s","metadata":"0","spec":"26","status":"34"}}`,
  older: {},
};
