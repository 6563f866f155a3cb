/**
 * The kinds of Gateway API, from its CustomResourceDefinitions
 * (https://github.com/kubernetes-sigs/gateway-api, Apache-2.0), without prose.
 * What a line means stands in `table.ts`. Written by `scripts/generate/kubernetes-schemas.ts`; do not edit.
 */

import type { TableText } from './table.ts';

export const GATEWAY_API_TABLE: TableText = {
  kinds: `gateway.networking.k8s.io/v1 BackendTLSPolicy=35
gateway.networking.k8s.io/v1alpha3 BackendTLSPolicy=35 d
gateway.networking.k8s.io/v1 GatewayClass=44 c
gateway.networking.k8s.io/v1beta1 GatewayClass=44 c
gateway.networking.k8s.io/v1 Gateway=90
gateway.networking.k8s.io/v1beta1 Gateway=90
gateway.networking.k8s.io/v1 GRPCRoute=133
gateway.networking.k8s.io/v1 HTTPRoute=178
gateway.networking.k8s.io/v1beta1 HTTPRoute=178
gateway.networking.k8s.io/v1 ListenerSet=183
gateway.networking.k8s.io/v1 ReferenceGrant=189
gateway.networking.k8s.io/v1beta1 ReferenceGrant=189
gateway.networking.k8s.io/v1 TCPRoute=195
gateway.networking.k8s.io/v1alpha2 TCPRoute=198 d
gateway.networking.k8s.io/v1 TLSRoute=201
gateway.networking.k8s.io/v1alpha2 TLSRoute=204 d
gateway.networking.k8s.io/v1alpha3 TLSRoute=201 d
gateway.networking.k8s.io/v1 UDPRoute=195
gateway.networking.k8s.io/v1alpha2 UDPRoute=198 d
gateway.networking.x-k8s.io/v1alpha1 XBackend=218
gateway.networking.x-k8s.io/v1alpha1 XBackendTrafficPolicy=228
gateway.networking.x-k8s.io/v1alpha1 XMesh=230 c`,
  lines: `{"type":"object"}
{"type":"string","minLength":0,"maxLength":4096}
{"type":"object","maxProperties":16,"additionalProperties":"1"}
{"type":"string","pattern":"^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$","maxLength":253}
{"type":"string","pattern":"^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$","minLength":1,"maxLength":63}
{"type":"string","minLength":1,"maxLength":253}
{"type":"string","pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$","minLength":1,"maxLength":253}
{"type":"object","required":["group","kind","name"],"properties":{"group":"3","kind":"4","name":"5","sectionName":"6"}}
{"type":"array","minItems":1,"maxItems":16,"x-kubernetes-validations":[{"rule":"self.all(p1, self.all(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name ? ((!has(p1.sectionName) || p1.sectionName == '') == (!has(p2.sectionName) || p2.sectionName == '')) : true))","message":"sectionName must be specified when targetRefs includes 2 or more references to the same target"},{"rule":"self.all(p1, self.exists_one(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && (((!has(p1.sectionName) || p1.sectionName == '') && (!has(p2.sectionName) || p2.sectionName == '')) || (has(p1.sectionName) && has(p2.sectionName) && p1.sectionName == p2.sectionName))))","message":"sectionName must be unique when targetRefs includes 2 or more references to the same target"}],"items":"7"}
{"type":"object","required":["group","kind","name"],"properties":{"group":"3","kind":"4","name":"5"}}
{"type":"array","maxItems":8,"items":"9"}
{"type":"string","pattern":"^(\\\\*\\\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$","minLength":1,"maxLength":253}
{"type":"string","enum":["Hostname","URI"]}
{"type":"string","pattern":"^(([^:/?#]+):)(//([^/?#]*))([^?#]*)(\\\\?([^#]*))?(#(.*))?","minLength":1,"maxLength":253}
{"type":"object","required":["type"],"x-kubernetes-validations":[{"rule":"!(self.type == \\"Hostname\\" && (!has(self.hostname) || self.hostname == \\"\\"))","message":"SubjectAltName element must contain Hostname, if Type is set to Hostname"},{"rule":"!(self.type != \\"Hostname\\" && has(self.hostname) && self.hostname != \\"\\")","message":"SubjectAltName element must not contain Hostname, if Type is not set to Hostname"},{"rule":"!(self.type == \\"URI\\" && (!has(self.uri) || self.uri == \\"\\"))","message":"SubjectAltName element must contain URI, if Type is set to URI"},{"rule":"!(self.type != \\"URI\\" && has(self.uri) && self.uri != \\"\\")","message":"SubjectAltName element must not contain URI, if Type is not set to URI"}],"properties":{"hostname":"11","type":"12","uri":"13"}}
{"type":"array","maxItems":5,"items":"14"}
{"type":"string","pattern":"^(System|([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]))$","minLength":1,"maxLength":253}
{"type":"object","required":["hostname"],"x-kubernetes-validations":[{"rule":"!(has(self.caCertificateRefs) && size(self.caCertificateRefs) > 0 && has(self.wellKnownCACertificates) && self.wellKnownCACertificates != \\"\\")","message":"must not contain both CACertificateRefs and WellKnownCACertificates"},{"rule":"(has(self.caCertificateRefs) && size(self.caCertificateRefs) > 0 || has(self.wellKnownCACertificates) && self.wellKnownCACertificates != \\"\\")","message":"must specify either CACertificateRefs or WellKnownCACertificates"}],"properties":{"caCertificateRefs":"10","hostname":"6","subjectAltNames":"15","wellKnownCACertificates":"16"}}
{"type":"object","required":["targetRefs","validation"],"properties":{"options":"2","targetRefs":"8","validation":"17"}}
{"type":"string","pattern":"^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$","maxLength":253,"default":"gateway.networking.k8s.io"}
{"type":"string","pattern":"^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$","minLength":1,"maxLength":63,"default":"Gateway"}
{"type":"string","pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","minLength":1,"maxLength":63}
{"type":"integer","format":"int32","minimum":1,"maximum":65535}
{"type":"object","required":["name"],"properties":{"group":"19","kind":"20","name":"5","namespace":"21","port":"22","sectionName":"6"}}
{"type":"string","maxLength":32768}
{"type":"integer","format":"int64","minimum":0}
{"type":"string","pattern":"^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$","minLength":1,"maxLength":1024}
{"type":"string","enum":["True","False","Unknown"]}
{"type":"string","pattern":"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$","maxLength":316}
{"type":"object","required":["lastTransitionTime","message","reason","status","type"],"properties":{"lastTransitionTime":"t","message":"24","observedGeneration":"25","reason":"26","status":"27","type":"28"}}
{"type":"array","minItems":1,"maxItems":8,"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["type"],"items":"29"}
{"type":"string","pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\\\/[A-Za-z0-9\\\\/\\\\-._~%!$&'()*+,;=:]+$","minLength":1,"maxLength":253}
{"type":"object","required":["ancestorRef","conditions","controllerName"],"properties":{"ancestorRef":"23","conditions":"30","controllerName":"31"}}
{"type":"array","maxItems":16,"items":"32"}
{"type":"object","required":["ancestors"],"properties":{"ancestors":"33"}}
{"type":"object","required":["spec"],"properties":{"apiVersion":"s","kind":"s","metadata":"0","spec":"18","status":"34"}}
{"type":"string","pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\\\/[A-Za-z0-9\\\\/\\\\-._~%!$&'()*+,;=:]+$","minLength":1,"maxLength":253,"x-kubernetes-validations":[{"rule":"self == oldSelf","message":"field is immutable"}]}
{"type":"string","maxLength":64}
{"type":"object","required":["group","kind","name"],"properties":{"group":"3","kind":"4","name":"5","namespace":"21"}}
{"type":"object","required":["controllerName"],"properties":{"controllerName":"36","description":"37","parametersRef":"38"}}
{"type":"array","maxItems":8,"default":[{"lastTransitionTime":"1970-01-01T00:00:00Z","message":"Waiting for controller","reason":"Pending","status":"Unknown","type":"Accepted"}],"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["type"],"items":"29"}
{"type":"object","required":["name"],"properties":{"name":"s"}}
{"type":"array","maxItems":64,"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],"items":"41"}
{"type":"object","default":{"conditions":[{"lastTransitionTime":"1970-01-01T00:00:00Z","message":"Waiting for controller","reason":"Pending","status":"Unknown","type":"Accepted"}]},"properties":{"conditions":"40","supportedFeatures":"42"}}
{"type":"object","required":["spec"],"properties":{"apiVersion":"s","kind":"s","metadata":"0","spec":"39","status":"43"}}
{"type":"string","pattern":"^Hostname|IPAddress|NamedAddress|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\\\/[A-Za-z0-9\\\\/\\\\-._~%!$&'()*+,;=:]+$","minLength":1,"maxLength":253,"default":"IPAddress"}
{"type":"string","maxLength":253}
{"type":"object","x-kubernetes-validations":[{"rule":"self.type == 'Hostname' ? (!has(self.value) || self.value.matches(r\\"\\"\\"^(\\\\*\\\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$\\"\\"\\")): true","message":"Hostname value must be empty or contain only valid characters (matching ^(\\\\*\\\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$)"}],"oneOf":[{"properties":{"type":{"enum":["IPAddress"]},"value":{"anyOf":[{"format":"ipv4"},{"format":"ipv6"}]}}},{"properties":{"type":{"not":{"enum":["IPAddress"]}}}}],"properties":{"type":"45","value":"46"}}
{"type":"array","maxItems":16,"x-kubernetes-validations":[{"rule":"self.all(a1, a1.type == 'IPAddress' && has(a1.value) ? self.exists_one(a2, a2.type == a1.type && has(a2.value) && a2.value == a1.value) : true )","message":"IPAddress values must be unique"},{"rule":"self.all(a1, a1.type == 'Hostname'  && has(a1.value) ? self.exists_one(a2, a2.type == a1.type && has(a2.value) && a2.value == a1.value) : true )","message":"Hostname values must be unique"}],"items":"47"}
{"type":"string","enum":["All","Selector","Same","None"],"default":"None"}
{"type":"object","required":["key","operator"],"properties":{"key":"s","operator":"s","values":"[s"}}
{"type":"object","properties":{"matchExpressions":"[50","matchLabels":"{s"}}
{"type":"object","default":{"from":"None"},"properties":{"from":"49","selector":"51"}}
{"type":"object","properties":{"namespaces":"52"}}
{"type":"string","enum":["All","None"]}
{"type":"object","maxProperties":16,"x-kubernetes-validations":[{"rule":"self.all(key, key.matches(r\\"\\"\\"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$\\"\\"\\"))","message":"Annotation keys must be in the form of an optional DNS subdomain prefix followed by a required name segment of up to 63 characters."},{"rule":"self.all(key, key.split(\\"/\\")[0].size() < 253)","message":"If specified, the annotation key's prefix must be a DNS subdomain not longer than 253 characters in total."}],"additionalProperties":"1"}
{"type":"string","pattern":"^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$","minLength":0,"maxLength":63}
{"type":"object","maxProperties":8,"x-kubernetes-validations":[{"rule":"self.all(key, key.matches(r\\"\\"\\"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$\\"\\"\\"))","message":"Label keys must be in the form of an optional DNS subdomain prefix followed by a required name segment of up to 63 characters."},{"rule":"self.all(key, key.split(\\"/\\")[0].size() < 253)","message":"If specified, the label key's prefix must be a DNS subdomain not longer than 253 characters in total."}],"additionalProperties":"56"}
{"type":"object","properties":{"annotations":"55","labels":"57","parametersRef":"9"}}
{"type":"object","required":["kind"],"properties":{"group":"19","kind":"4"}}
{"type":"array","maxItems":8,"items":"59"}
{"type":"string","enum":["All","Selector","Same"],"default":"Same"}
{"type":"object","default":{"from":"Same"},"properties":{"from":"61","selector":"51"}}
{"type":"object","default":{"namespaces":{"from":"Same"}},"properties":{"kinds":"60","namespaces":"62"}}
{"type":"string","pattern":"^[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?$|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\\\/[A-Za-z0-9]+$","minLength":1,"maxLength":255}
{"type":"string","pattern":"^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$","maxLength":253,"default":""}
{"type":"string","pattern":"^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$","minLength":1,"maxLength":63,"default":"Secret"}
{"type":"object","required":["name"],"properties":{"group":"65","kind":"66","name":"5","namespace":"21"}}
{"type":"array","maxItems":64,"items":"67"}
{"type":"string","enum":["Terminate","Passthrough"],"default":"Terminate"}
{"type":"object","x-kubernetes-validations":[{"rule":"self.mode == 'Terminate' ? size(self.certificateRefs) > 0 || size(self.options) > 0 : true","message":"certificateRefs or options must be specified when mode is Terminate"}],"properties":{"certificateRefs":"68","mode":"69","options":"2"}}
{"type":"object","required":["name","port","protocol"],"properties":{"allowedRoutes":"63","hostname":"11","name":"6","port":"22","protocol":"64","tls":"70"}}
{"type":"array","minItems":1,"maxItems":64,"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],"x-kubernetes-validations":[{"rule":"self.all(l, l.protocol in ['HTTP', 'TCP', 'UDP'] ? !has(l.tls) : true)","message":"tls must not be specified for protocols ['HTTP', 'TCP', 'UDP']"},{"rule":"self.all(l, (l.protocol == 'HTTPS' && has(l.tls)) ? (l.tls.mode == '' || l.tls.mode == 'Terminate') : true)","message":"tls mode must be Terminate for protocol HTTPS"},{"rule":"self.all(l, (l.protocol == 'TLS' ? has(l.tls) && has(l.tls.mode) && l.tls.mode != '' : true))","message":"tls mode must be set for protocol TLS"},{"rule":"self.all(l, l.protocol in ['TCP', 'UDP']  ? (!has(l.hostname) || l.hostname == '') : true)","message":"hostname must not be specified for protocols ['TCP', 'UDP']"},{"rule":"self.all(l1, self.exists_one(l2, l1.name == l2.name))","message":"Listener name must be unique within the Gateway"},{"rule":"self.all(l1, self.exists_one(l2, l1.port == l2.port && l1.protocol == l2.protocol && (has(l1.hostname) && has(l2.hostname) ? l1.hostname == l2.hostname : !has(l1.hostname) && !has(l2.hostname))))","message":"Combination of port, protocol and hostname must be unique for each listener"}],"items":"71"}
{"type":"object","properties":{"clientCertificateRef":"67"}}
{"type":"array","minItems":1,"maxItems":16,"items":"38"}
{"type":"string","enum":["AllowValidOnly","AllowInsecureFallback"],"default":"AllowValidOnly"}
{"type":"object","required":["caCertificateRefs"],"properties":{"caCertificateRefs":"74","mode":"75"}}
{"type":"object","properties":{"validation":"76"}}
{"type":"object","required":["port","tls"],"properties":{"port":"22","tls":"77"}}
{"type":"array","maxItems":64,"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["port"],"x-kubernetes-validations":[{"rule":"self.all(t1, self.exists_one(t2, t1.port == t2.port))","message":"Port for TLS configuration must be unique within the Gateway"}],"items":"78"}
{"type":"object","required":["default"],"properties":{"default":"77","perPort":"79"}}
{"type":"object","properties":{"backend":"73","frontend":"80"}}
{"type":"object","required":["gatewayClassName","listeners"],"properties":{"addresses":"48","allowedListeners":"53","defaultScope":"54","gatewayClassName":"5","infrastructure":"58","listeners":"72","tls":"81"}}
{"type":"object","required":["value"],"x-kubernetes-validations":[{"rule":"self.type == 'Hostname' ? self.value.matches(r\\"\\"\\"^(\\\\*\\\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$\\"\\"\\"): true","message":"Hostname value must only contain valid characters (matching ^(\\\\*\\\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$)"}],"oneOf":[{"properties":{"type":{"enum":["IPAddress"]},"value":{"anyOf":[{"format":"ipv4"},{"format":"ipv6"}]}}},{"properties":{"type":{"not":{"enum":["IPAddress"]}}}}],"properties":{"type":"45","value":"5"}}
{"type":"array","maxItems":16,"items":"83"}
{"type":"array","maxItems":8,"default":[{"lastTransitionTime":"1970-01-01T00:00:00Z","message":"Waiting for controller","reason":"Pending","status":"Unknown","type":"Accepted"},{"lastTransitionTime":"1970-01-01T00:00:00Z","message":"Waiting for controller","reason":"Pending","status":"Unknown","type":"Programmed"}],"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["type"],"items":"29"}
{"type":"array","maxItems":8,"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["type"],"items":"29"}
{"type":"object","required":["attachedRoutes","conditions","name"],"properties":{"attachedRoutes":"i","conditions":"86","name":"6","supportedKinds":"60"}}
{"type":"array","maxItems":64,"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],"items":"87"}
{"type":"object","default":{"conditions":[{"lastTransitionTime":"1970-01-01T00:00:00Z","message":"Waiting for controller","reason":"Pending","status":"Unknown","type":"Accepted"},{"lastTransitionTime":"1970-01-01T00:00:00Z","message":"Waiting for controller","reason":"Pending","status":"Unknown","type":"Programmed"}]},"properties":{"addresses":"84","attachedListenerSets":"i","conditions":"85","listeners":"88"}}
{"type":"object","required":["spec"],"properties":{"apiVersion":"s","kind":"s","metadata":"0","spec":"82","status":"89"}}
{"type":"array","maxItems":16,"items":"11"}
{"type":"array","maxItems":32,"x-kubernetes-validations":[{"rule":"self.all(p1, self.all(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && (((!has(p1.__namespace__) || p1.__namespace__ == '') && (!has(p2.__namespace__) || p2.__namespace__ == '')) || (has(p1.__namespace__) && has(p2.__namespace__) && p1.__namespace__ == p2.__namespace__)) ? ((!has(p1.sectionName) || p1.sectionName == '') == (!has(p2.sectionName) || p2.sectionName == '') && (!has(p1.port) || p1.port == 0) == (!has(p2.port) || p2.port == 0)): true))","message":"sectionName or port must be specified when parentRefs includes 2 or more references to the same parent"},{"rule":"self.all(p1, self.exists_one(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && (((!has(p1.__namespace__) || p1.__namespace__ == '') && (!has(p2.__namespace__) || p2.__namespace__ == '')) || (has(p1.__namespace__) && has(p2.__namespace__) && p1.__namespace__ == p2.__namespace__ )) && (((!has(p1.sectionName) || p1.sectionName == '') && (!has(p2.sectionName) || p2.sectionName == '')) || ( has(p1.sectionName) && has(p2.sectionName) && p1.sectionName == p2.sectionName)) && (((!has(p1.port) || p1.port == 0) && (!has(p2.port) || p2.port == 0)) || (has(p1.port) && has(p2.port) && p1.port == p2.port))))","message":"sectionName or port must be unique when parentRefs includes 2 or more references to the same parent"}],"items":"23"}
{"type":"string","pattern":"^[A-Za-z0-9!#$%&'*+\\\\-.^_\\\\x60|~]+$","minLength":1,"maxLength":256}
{"type":"string","pattern":"^[!-~]+([\\\\t ]?[!-~]+)*$","minLength":1,"maxLength":4096}
{"type":"object","required":["name","value"],"properties":{"name":"93","value":"94"}}
{"type":"array","maxItems":16,"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],"items":"95"}
{"type":"array","maxItems":16,"x-kubernetes-list-type":"set","items":"s"}
{"type":"object","properties":{"add":"96","remove":"97","set":"96"}}
{"type":"string","pattern":"^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$","minLength":1,"maxLength":63,"default":"Service"}
{"type":"object","required":["name"],"x-kubernetes-validations":[{"rule":"(size(self.group) == 0 && self.kind == 'Service') ? has(self.port) : true","message":"Must have port for Service reference"}],"properties":{"group":"65","kind":"99","name":"5","namespace":"21","port":"22"}}
{"type":"integer","format":"int32","minimum":1,"default":100}
{"type":"integer","format":"int32","minimum":0}
{"type":"object","required":["numerator"],"x-kubernetes-validations":[{"rule":"self.numerator <= self.denominator","message":"numerator must be less than or equal to denominator"}],"properties":{"denominator":"101","numerator":"102"}}
{"type":"integer","format":"int32","minimum":0,"maximum":100}
{"type":"object","required":["backendRef"],"x-kubernetes-validations":[{"rule":"!(has(self.percent) && has(self.fraction))","message":"Only one of percent or fraction may be specified in HTTPRequestMirrorFilter"}],"properties":{"backendRef":"100","fraction":"103","percent":"104"}}
{"type":"string","enum":["ResponseHeaderModifier","RequestHeaderModifier","RequestMirror","ExtensionRef"]}
{"type":"object","required":["type"],"x-kubernetes-validations":[{"rule":"!(has(self.requestHeaderModifier) && self.type != 'RequestHeaderModifier')","message":"filter.requestHeaderModifier must be nil if the filter.type is not RequestHeaderModifier"},{"rule":"!(!has(self.requestHeaderModifier) && self.type == 'RequestHeaderModifier')","message":"filter.requestHeaderModifier must be specified for RequestHeaderModifier filter.type"},{"rule":"!(has(self.responseHeaderModifier) && self.type != 'ResponseHeaderModifier')","message":"filter.responseHeaderModifier must be nil if the filter.type is not ResponseHeaderModifier"},{"rule":"!(!has(self.responseHeaderModifier) && self.type == 'ResponseHeaderModifier')","message":"filter.responseHeaderModifier must be specified for ResponseHeaderModifier filter.type"},{"rule":"!(has(self.requestMirror) && self.type != 'RequestMirror')","message":"filter.requestMirror must be nil if the filter.type is not RequestMirror"},{"rule":"!(!has(self.requestMirror) && self.type == 'RequestMirror')","message":"filter.requestMirror must be specified for RequestMirror filter.type"},{"rule":"!(has(self.extensionRef) && self.type != 'ExtensionRef')","message":"filter.extensionRef must be nil if the filter.type is not ExtensionRef"},{"rule":"!(!has(self.extensionRef) && self.type == 'ExtensionRef')","message":"filter.extensionRef must be specified for ExtensionRef filter.type"}],"properties":{"extensionRef":"9","requestHeaderModifier":"98","requestMirror":"105","responseHeaderModifier":"98","type":"106"}}
{"type":"array","maxItems":16,"x-kubernetes-validations":[{"rule":"self.filter(f, f.type == 'RequestHeaderModifier').size() <= 1","message":"RequestHeaderModifier filter cannot be repeated"},{"rule":"self.filter(f, f.type == 'ResponseHeaderModifier').size() <= 1","message":"ResponseHeaderModifier filter cannot be repeated"}],"items":"107"}
{"type":"integer","format":"int32","minimum":0,"maximum":1000000,"default":1}
{"type":"object","required":["name"],"x-kubernetes-validations":[{"rule":"(size(self.group) == 0 && self.kind == 'Service') ? has(self.port) : true","message":"Must have port for Service reference"}],"properties":{"filters":"108","group":"65","kind":"99","name":"5","namespace":"21","port":"22","weight":"109"}}
{"type":"array","maxItems":16,"items":"110"}
{"type":"string","enum":["Exact","RegularExpression"],"default":"Exact"}
{"type":"string","minLength":1,"maxLength":4096}
{"type":"object","required":["name","value"],"properties":{"name":"93","type":"112","value":"113"}}
{"type":"array","maxItems":16,"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],"items":"114"}
{"type":"string","maxLength":1024}
{"type":"object","x-kubernetes-validations":[{"rule":"has(self.type) ? has(self.service) || has(self.method) : true","message":"One or both of 'service' or 'method' must be specified"},{"rule":"(!has(self.type) || self.type == 'Exact') && has(self.service) ? self.service.matches(r\\"\\"\\"^(?i)\\\\.?[a-z_][a-z_0-9]*(\\\\.[a-z_][a-z_0-9]*)*$\\"\\"\\"): true","message":"service must only contain valid characters (matching ^(?i)\\\\.?[a-z_][a-z_0-9]*(\\\\.[a-z_][a-z_0-9]*)*$)"},{"rule":"(!has(self.type) || self.type == 'Exact') && has(self.method) ? self.method.matches(r\\"\\"\\"^[A-Za-z_][A-Za-z_0-9]*$\\"\\"\\"): true","message":"method must only contain valid characters (matching ^[A-Za-z_][A-Za-z_0-9]*$)"}],"properties":{"method":"116","service":"116","type":"112"}}
{"type":"object","properties":{"headers":"115","method":"117"}}
{"type":"array","maxItems":64,"items":"118"}
{"type":"string","pattern":"^([0-9]{1,5}(h|m|s|ms)){1,4}$"}
{"type":"string","enum":["Permanent","Session"],"default":"Session"}
{"type":"string","maxLength":1024,"default":"/"}
{"type":"object","properties":{"lifetimeType":"121","name":"93","path":"122"}}
{"type":"object","required":["name"],"properties":{"name":"93"}}
{"type":"string","enum":["Cookie","Header"],"default":"Cookie"}
{"type":"object","x-kubernetes-validations":[{"rule":"!has(self.cookie) || !has(self.cookie.lifetimeType) || self.cookie.lifetimeType != 'Permanent' || has(self.absoluteTimeout)","message":"AbsoluteTimeout must be specified when cookie lifetimeType is Permanent"},{"rule":"!has(self.cookie) || self.type == 'Cookie'","message":"cookie must be nil if type is not Cookie"},{"rule":"self.type != 'Cookie' || has(self.cookie)","message":"cookie must be specified for Cookie type"},{"rule":"!has(self.header) || self.type == 'Header'","message":"header must be nil if type is not Header"},{"rule":"self.type != 'Header' || has(self.header)","message":"header must be specified for Header type"}],"properties":{"absoluteTimeout":"120","cookie":"123","header":"124","type":"125"}}
{"type":"object","properties":{"backendRefs":"111","filters":"108","matches":"119","name":"6","sessionPersistence":"126"}}
{"type":"array","maxItems":16,"x-kubernetes-validations":[{"rule":"(self.size() > 0 ? (has(self[0].matches) ? self[0].matches.size() : 0) : 0) + (self.size() > 1 ? (has(self[1].matches) ? self[1].matches.size() : 0) : 0) + (self.size() > 2 ? (has(self[2].matches) ? self[2].matches.size() : 0) : 0) + (self.size() > 3 ? (has(self[3].matches) ? self[3].matches.size() : 0) : 0) + (self.size() > 4 ? (has(self[4].matches) ? self[4].matches.size() : 0) : 0) + (self.size() > 5 ? (has(self[5].matches) ? self[5].matches.size() : 0) : 0) + (self.size() > 6 ? (has(self[6].matches) ? self[6].matches.size() : 0) : 0) + (self.size() > 7 ? (has(self[7].matches) ? self[7].matches.size() : 0) : 0) + (self.size() > 8 ? (has(self[8].matches) ? self[8].matches.size() : 0) : 0) + (self.size() > 9 ? (has(self[9].matches) ? self[9].matches.size() : 0) : 0) + (self.size() > 10 ? (has(self[10].matches) ? self[10].matches.size() : 0) : 0) + (self.size() > 11 ? (has(self[11].matches) ? self[11].matches.size() : 0) : 0) + (self.size() > 12 ? (has(self[12].matches) ? self[12].matches.size() : 0) : 0) + (self.size() > 13 ? (has(self[13].matches) ? self[13].matches.size() : 0) : 0) + (self.size() > 14 ? (has(self[14].matches) ? self[14].matches.size() : 0) : 0) + (self.size() > 15 ? (has(self[15].matches) ? self[15].matches.size() : 0) : 0) <= 128","message":"While 16 rules and 64 matches per rule are allowed, the total number of matches across all rules in a route must be less than 128"},{"rule":"self.all(l1, !has(l1.name) || self.exists_one(l2, has(l2.name) && l1.name == l2.name))","message":"Rule name must be unique within the route"}],"items":"127"}
{"type":"object","properties":{"hostnames":"91","parentRefs":"92","rules":"128","useDefaultGateways":"54"}}
{"type":"object","required":["conditions","controllerName","parentRef"],"properties":{"conditions":"30","controllerName":"31","parentRef":"23"}}
{"type":"array","maxItems":32,"items":"130"}
{"type":"object","required":["parents"],"properties":{"parents":"131"}}
{"type":"object","required":["spec"],"properties":{"apiVersion":"s","kind":"s","metadata":"0","spec":"129","status":"132"}}
{"type":"array","maxItems":64,"x-kubernetes-list-type":"set","x-kubernetes-validations":[{"rule":"!('*' in self && self.size() > 1)","message":"AllowHeaders cannot contain '*' alongside other methods"}],"items":"93"}
{"type":"string","enum":["GET","HEAD","POST","PUT","DELETE","CONNECT","OPTIONS","TRACE","PATCH","*"]}
{"type":"array","maxItems":9,"x-kubernetes-list-type":"set","x-kubernetes-validations":[{"rule":"!('*' in self && self.size() > 1)","message":"AllowMethods cannot contain '*' alongside other methods"}],"items":"135"}
{"type":"string","pattern":"(^\\\\*$)|(^(http(s)?):\\\\/\\\\/(((\\\\*\\\\.)?([a-zA-Z0-9\\\\-]+\\\\.)*[a-zA-Z0-9-]+|\\\\*)(:([0-9]{1,5}))?)$)","minLength":1,"maxLength":253}
{"type":"array","maxItems":64,"x-kubernetes-list-type":"set","x-kubernetes-validations":[{"rule":"!('*' in self && self.size() > 1)","message":"AllowOrigins cannot contain '*' alongside other origins"}],"items":"137"}
{"type":"array","maxItems":64,"x-kubernetes-list-type":"set","items":"93"}
{"type":"integer","format":"int32","minimum":1,"default":5}
{"type":"object","properties":{"allowCredentials":"b","allowHeaders":"134","allowMethods":"136","allowOrigins":"138","exposeHeaders":"139","maxAge":"140"}}
{"type":"object","properties":{"maxSize":"102"}}
{"type":"array","maxItems":64,"x-kubernetes-list-type":"set","items":"s"}
{"type":"object","properties":{"allowedHeaders":"143"}}
{"type":"string","pattern":"^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$","maxLength":1024}
{"type":"object","properties":{"allowedHeaders":"143","allowedResponseHeaders":"143","path":"145"}}
{"type":"string","enum":["HTTP","GRPC"]}
{"type":"object","required":["backendRef","protocol"],"x-kubernetes-validations":[{"rule":"self.protocol == 'GRPC' ? has(self.grpc) : true","message":"grpc must be specified when protocol is set to 'GRPC'"},{"rule":"has(self.grpc) ? self.protocol == 'GRPC' : true","message":"protocol must be 'GRPC' when grpc is set"},{"rule":"self.protocol == 'HTTP' ? has(self.http) : true","message":"http must be specified when protocol is set to 'HTTP'"},{"rule":"has(self.http) ? self.protocol == 'HTTP' : true","message":"protocol must be 'HTTP' when http is set"}],"properties":{"backendRef":"100","forwardBody":"142","grpc":"144","http":"146","protocol":"147"}}
{"type":"string","enum":["ReplaceFullPath","ReplacePrefixMatch"]}
{"type":"object","required":["type"],"x-kubernetes-validations":[{"rule":"self.type == 'ReplaceFullPath' ? has(self.replaceFullPath) : true","message":"replaceFullPath must be specified when type is set to 'ReplaceFullPath'"},{"rule":"has(self.replaceFullPath) ? self.type == 'ReplaceFullPath' : true","message":"type must be 'ReplaceFullPath' when replaceFullPath is set"},{"rule":"self.type == 'ReplacePrefixMatch' ? has(self.replacePrefixMatch) : true","message":"replacePrefixMatch must be specified when type is set to 'ReplacePrefixMatch'"},{"rule":"has(self.replacePrefixMatch) ? self.type == 'ReplacePrefixMatch' : true","message":"type must be 'ReplacePrefixMatch' when replacePrefixMatch is set"}],"properties":{"replaceFullPath":"116","replacePrefixMatch":"116","type":"149"}}
{"type":"string","enum":["http","https"]}
{"type":"integer","enum":[301,302,303,307,308],"default":302}
{"type":"object","properties":{"hostname":"6","path":"150","port":"22","scheme":"151","statusCode":"152"}}
{"type":"string","enum":["RequestHeaderModifier","ResponseHeaderModifier","RequestMirror","RequestRedirect","URLRewrite","ExtensionRef","CORS","ExternalAuth"]}
{"type":"object","properties":{"hostname":"6","path":"150"}}
{"type":"object","required":["type"],"x-kubernetes-validations":[{"rule":"!(has(self.cors) && self.type != 'CORS')","message":"filter.cors must be nil if the filter.type is not CORS"},{"rule":"!(!has(self.cors) && self.type == 'CORS')","message":"filter.cors must be specified for CORS filter.type"},{"rule":"!(has(self.requestHeaderModifier) && self.type != 'RequestHeaderModifier')","message":"filter.requestHeaderModifier must be nil if the filter.type is not RequestHeaderModifier"},{"rule":"!(!has(self.requestHeaderModifier) && self.type == 'RequestHeaderModifier')","message":"filter.requestHeaderModifier must be specified for RequestHeaderModifier filter.type"},{"rule":"!(has(self.responseHeaderModifier) && self.type != 'ResponseHeaderModifier')","message":"filter.responseHeaderModifier must be nil if the filter.type is not ResponseHeaderModifier"},{"rule":"!(!has(self.responseHeaderModifier) && self.type == 'ResponseHeaderModifier')","message":"filter.responseHeaderModifier must be specified for ResponseHeaderModifier filter.type"},{"rule":"!(has(self.requestMirror) && self.type != 'RequestMirror')","message":"filter.requestMirror must be nil if the filter.type is not RequestMirror"},{"rule":"!(!has(self.requestMirror) && self.type == 'RequestMirror')","message":"filter.requestMirror must be specified for RequestMirror filter.type"},{"rule":"!(has(self.requestRedirect) && self.type != 'RequestRedirect')","message":"filter.requestRedirect must be nil if the filter.type is not RequestRedirect"},{"rule":"!(!has(self.requestRedirect) && self.type == 'RequestRedirect')","message":"filter.requestRedirect must be specified for RequestRedirect filter.type"},{"rule":"!(has(self.urlRewrite) && self.type != 'URLRewrite')","message":"filter.urlRewrite must be nil if the filter.type is not URLRewrite"},{"rule":"!(!has(self.urlRewrite) && self.type == 'URLRewrite')","message":"filter.urlRewrite must be specified for URLRewrite filter.type"},{"rule":"!(has(self.extensionRef) && self.type != 'ExtensionRef')","message":"filter.extensionRef must be nil if the filter.type is not ExtensionRef"},{"rule":"!(!has(self.extensionRef) && self.type == 'ExtensionRef')","message":"filter.extensionRef must be specified for ExtensionRef filter.type"},{"rule":"!(has(self.externalAuth) && self.type != 'ExternalAuth')","message":"filter.externalAuth must be nil if the filter.type is not ExternalAuth"},{"rule":"!(!has(self.externalAuth) && self.type == 'ExternalAuth')","message":"filter.externalAuth must be specified for ExternalAuth filter.type"}],"properties":{"cors":"141","extensionRef":"9","externalAuth":"148","requestHeaderModifier":"98","requestMirror":"105","requestRedirect":"153","responseHeaderModifier":"98","type":"154","urlRewrite":"155"}}
{"type":"array","maxItems":16,"x-kubernetes-validations":[{"rule":"!(self.exists(f, f.type == 'RequestRedirect') && self.exists(f, f.type == 'URLRewrite'))","message":"May specify either httpRouteFilterRequestRedirect or httpRouteFilterRequestRewrite, but not both"},{"rule":"self.filter(f, f.type == 'CORS').size() <= 1","message":"CORS filter cannot be repeated"},{"rule":"self.filter(f, f.type == 'RequestHeaderModifier').size() <= 1","message":"RequestHeaderModifier filter cannot be repeated"},{"rule":"self.filter(f, f.type == 'ResponseHeaderModifier').size() <= 1","message":"ResponseHeaderModifier filter cannot be repeated"},{"rule":"self.filter(f, f.type == 'RequestRedirect').size() <= 1","message":"RequestRedirect filter cannot be repeated"},{"rule":"self.filter(f, f.type == 'URLRewrite').size() <= 1","message":"URLRewrite filter cannot be repeated"}],"items":"156"}
{"type":"object","required":["name"],"x-kubernetes-validations":[{"rule":"(size(self.group) == 0 && self.kind == 'Service') ? has(self.port) : true","message":"Must have port for Service reference"}],"properties":{"filters":"157","group":"65","kind":"99","name":"5","namespace":"21","port":"22","weight":"109"}}
{"type":"array","maxItems":16,"items":"158"}
{"type":"object","required":["name","value"],"properties":{"name":"93","type":"112","value":"94"}}
{"type":"array","maxItems":16,"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],"items":"160"}
{"type":"string","enum":["GET","HEAD","POST","PUT","DELETE","CONNECT","OPTIONS","TRACE","PATCH"]}
{"type":"string","enum":["Exact","PathPrefix","RegularExpression"],"default":"PathPrefix"}
{"type":"object","default":{"type":"PathPrefix","value":"/"},"x-kubernetes-validations":[{"rule":"(self.type in ['Exact','PathPrefix']) ? self.value.startsWith('/') : true","message":"value must be an absolute path and start with '/' when type one of ['Exact', 'PathPrefix']"},{"rule":"(self.type in ['Exact','PathPrefix']) ? !self.value.contains('//') : true","message":"must not contain '//' when type one of ['Exact', 'PathPrefix']"},{"rule":"(self.type in ['Exact','PathPrefix']) ? !self.value.contains('/./') : true","message":"must not contain '/./' when type one of ['Exact', 'PathPrefix']"},{"rule":"(self.type in ['Exact','PathPrefix']) ? !self.value.contains('/../') : true","message":"must not contain '/../' when type one of ['Exact', 'PathPrefix']"},{"rule":"(self.type in ['Exact','PathPrefix']) ? !self.value.contains('%2f') : true","message":"must not contain '%2f' when type one of ['Exact', 'PathPrefix']"},{"rule":"(self.type in ['Exact','PathPrefix']) ? !self.value.contains('%2F') : true","message":"must not contain '%2F' when type one of ['Exact', 'PathPrefix']"},{"rule":"(self.type in ['Exact','PathPrefix']) ? !self.value.contains('#') : true","message":"must not contain '#' when type one of ['Exact', 'PathPrefix']"},{"rule":"(self.type in ['Exact','PathPrefix']) ? !self.value.endsWith('/..') : true","message":"must not end with '/..' when type one of ['Exact', 'PathPrefix']"},{"rule":"(self.type in ['Exact','PathPrefix']) ? !self.value.endsWith('/.') : true","message":"must not end with '/.' when type one of ['Exact', 'PathPrefix']"},{"rule":"self.type in ['Exact','PathPrefix'] || self.type == 'RegularExpression'","message":"type must be one of ['Exact', 'PathPrefix', 'RegularExpression']"},{"rule":"(self.type in ['Exact','PathPrefix']) ? self.value.matches(r\\"\\"\\"^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$\\"\\"\\") : true","message":"must only contain valid characters (matching ^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$) for types ['Exact', 'PathPrefix']"}],"properties":{"type":"163","value":"122"}}
{"type":"string","minLength":1,"maxLength":1024}
{"type":"object","required":["name","value"],"properties":{"name":"93","type":"112","value":"165"}}
{"type":"array","maxItems":16,"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],"items":"166"}
{"type":"object","properties":{"headers":"161","method":"162","path":"164","queryParams":"167"}}
{"type":"array","maxItems":64,"default":[{"path":{"type":"PathPrefix","value":"/"}}],"items":"168"}
{"type":"integer","minimum":1}
{"type":"integer","minimum":400,"maximum":599}
{"type":"array","x-kubernetes-list-type":"set","items":"171"}
{"type":"object","properties":{"attempts":"170","backoff":"120","codes":"172"}}
{"type":"object","x-kubernetes-validations":[{"rule":"!(has(self.request) && has(self.backendRequest) && duration(self.request) != duration('0s') && duration(self.backendRequest) > duration(self.request))","message":"backendRequest timeout cannot be longer than request timeout"}],"properties":{"backendRequest":"120","request":"120"}}
{"type":"object","x-kubernetes-validations":[{"rule":"(has(self.backendRefs) && size(self.backendRefs) > 0) ? (!has(self.filters) || self.filters.all(f, !has(f.requestRedirect))): true","message":"RequestRedirect filter must not be used together with backendRefs"},{"rule":"(has(self.filters) && self.filters.exists_one(f, has(f.requestRedirect) && has(f.requestRedirect.path) && f.requestRedirect.path.type == 'ReplacePrefixMatch' && has(f.requestRedirect.path.replacePrefixMatch))) ? ((size(self.matches) != 1 || !has(self.matches[0].path) || self.matches[0].path.type != 'PathPrefix') ? false : true) : true","message":"When using RequestRedirect filter with path.replacePrefixMatch, exactly one PathPrefix match must be specified"},{"rule":"(has(self.filters) && self.filters.exists_one(f, has(f.urlRewrite) && has(f.urlRewrite.path) && f.urlRewrite.path.type == 'ReplacePrefixMatch' && has(f.urlRewrite.path.replacePrefixMatch))) ? ((size(self.matches) != 1 || !has(self.matches[0].path) || self.matches[0].path.type != 'PathPrefix') ? false : true) : true","message":"When using URLRewrite filter with path.replacePrefixMatch, exactly one PathPrefix match must be specified"},{"rule":"(has(self.backendRefs) && self.backendRefs.exists_one(b, (has(b.filters) && b.filters.exists_one(f, has(f.requestRedirect) && has(f.requestRedirect.path) && f.requestRedirect.path.type == 'ReplacePrefixMatch' && has(f.requestRedirect.path.replacePrefixMatch))) )) ? ((size(self.matches) != 1 || !has(self.matches[0].path) || self.matches[0].path.type != 'PathPrefix') ? false : true) : true","message":"Within backendRefs, when using RequestRedirect filter with path.replacePrefixMatch, exactly one PathPrefix match must be specified"},{"rule":"(has(self.backendRefs) && self.backendRefs.exists_one(b, (has(b.filters) && b.filters.exists_one(f, has(f.urlRewrite) && has(f.urlRewrite.path) && f.urlRewrite.path.type == 'ReplacePrefixMatch' && has(f.urlRewrite.path.replacePrefixMatch))) )) ? ((size(self.matches) != 1 || !has(self.matches[0].path) || self.matches[0].path.type != 'PathPrefix') ? false : true) : true","message":"Within backendRefs, When using URLRewrite filter with path.replacePrefixMatch, exactly one PathPrefix match must be specified"}],"properties":{"backendRefs":"159","filters":"157","matches":"169","name":"6","retry":"173","sessionPersistence":"126","timeouts":"174"}}
{"type":"array","minItems":1,"maxItems":16,"default":[{"matches":[{"path":{"type":"PathPrefix","value":"/"}}]}],"x-kubernetes-validations":[{"rule":"(self.size() > 0 ? self[0].matches.size() : 0) + (self.size() > 1 ? self[1].matches.size() : 0) + (self.size() > 2 ? self[2].matches.size() : 0) + (self.size() > 3 ? self[3].matches.size() : 0) + (self.size() > 4 ? self[4].matches.size() : 0) + (self.size() > 5 ? self[5].matches.size() : 0) + (self.size() > 6 ? self[6].matches.size() : 0) + (self.size() > 7 ? self[7].matches.size() : 0) + (self.size() > 8 ? self[8].matches.size() : 0) + (self.size() > 9 ? self[9].matches.size() : 0) + (self.size() > 10 ? self[10].matches.size() : 0) + (self.size() > 11 ? self[11].matches.size() : 0) + (self.size() > 12 ? self[12].matches.size() : 0) + (self.size() > 13 ? self[13].matches.size() : 0) + (self.size() > 14 ? self[14].matches.size() : 0) + (self.size() > 15 ? self[15].matches.size() : 0) <= 128","message":"While 16 rules and 64 matches per rule are allowed, the total number of matches across all rules in a route must be less than 128"},{"rule":"self.all(l1, !has(l1.name) || self.exists_one(l2, has(l2.name) && l1.name == l2.name))","message":"Rule name must be unique within the route"}],"items":"175"}
{"type":"object","properties":{"hostnames":"91","parentRefs":"92","rules":"176","useDefaultGateways":"54"}}
{"type":"object","required":["spec"],"properties":{"apiVersion":"s","kind":"s","metadata":"0","spec":"177","status":"132"}}
{"type":"array","minItems":1,"maxItems":64,"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],"x-kubernetes-validations":[{"rule":"self.all(l, l.protocol in ['HTTP', 'TCP', 'UDP'] ? !has(l.tls) : true)","message":"tls must not be specified for protocols ['HTTP', 'TCP', 'UDP']"},{"rule":"self.all(l, (l.protocol == 'HTTPS' && has(l.tls)) ? (l.tls.mode == '' || l.tls.mode == 'Terminate') : true)","message":"tls mode must be Terminate for protocol HTTPS"},{"rule":"self.all(l, (l.protocol == 'TLS' ? has(l.tls) && has(l.tls.mode) && l.tls.mode != '' : true))","message":"tls mode must be set for protocol TLS"},{"rule":"self.all(l, l.protocol in ['TCP', 'UDP']  ? (!has(l.hostname) || l.hostname == '') : true)","message":"hostname must not be specified for protocols ['TCP', 'UDP']"},{"rule":"self.all(l1, self.exists_one(l2, l1.name == l2.name))","message":"Listener name must be unique within the Gateway"},{"rule":"self.all(l1, !has(l1.port) || self.exists_one(l2, has(l2.port) && l1.port == l2.port && l1.protocol == l2.protocol && (has(l1.hostname) && has(l2.hostname) ? l1.hostname == l2.hostname : !has(l1.hostname) && !has(l2.hostname))))","message":"Combination of port, protocol and hostname must be unique for each listener"}],"items":"71"}
{"type":"object","required":["name"],"properties":{"group":"19","kind":"20","name":"5","namespace":"21"}}
{"type":"object","required":["listeners","parentRef"],"properties":{"listeners":"179","parentRef":"180"}}
{"type":"object","default":{"conditions":[{"lastTransitionTime":"1970-01-01T00:00:00Z","message":"Waiting for controller","reason":"Pending","status":"Unknown","type":"Accepted"},{"lastTransitionTime":"1970-01-01T00:00:00Z","message":"Waiting for controller","reason":"Pending","status":"Unknown","type":"Programmed"}]},"properties":{"conditions":"85","listeners":"88"}}
{"type":"object","required":["spec"],"properties":{"apiVersion":"s","kind":"s","metadata":"0","spec":"181","status":"182"}}
{"type":"object","required":["group","kind","namespace"],"properties":{"group":"3","kind":"4","namespace":"21"}}
{"type":"array","minItems":1,"maxItems":16,"items":"184"}
{"type":"object","required":["group","kind"],"properties":{"group":"3","kind":"4","name":"5"}}
{"type":"array","minItems":1,"maxItems":16,"items":"186"}
{"type":"object","required":["from","to"],"properties":{"from":"185","to":"187"}}
{"type":"object","required":["spec"],"properties":{"apiVersion":"s","kind":"s","metadata":"0","spec":"188"}}
{"type":"object","required":["name"],"x-kubernetes-validations":[{"rule":"(size(self.group) == 0 && self.kind == 'Service') ? has(self.port) : true","message":"Must have port for Service reference"}],"properties":{"group":"65","kind":"99","name":"5","namespace":"21","port":"22","weight":"109"}}
{"type":"array","minItems":1,"maxItems":16,"items":"190"}
{"type":"object","required":["backendRefs"],"properties":{"backendRefs":"191","name":"6"}}
{"type":"array","minItems":1,"maxItems":1,"items":"192"}
{"type":"object","required":["rules"],"properties":{"parentRefs":"92","rules":"193","useDefaultGateways":"54"}}
{"type":"object","required":["spec"],"properties":{"apiVersion":"s","kind":"s","metadata":"0","spec":"194","status":"132"}}
{"type":"array","minItems":1,"maxItems":16,"x-kubernetes-validations":[{"rule":"self.all(l1, !has(l1.name) || self.exists_one(l2, has(l2.name) && l1.name == l2.name))","message":"Rule name must be unique within the route"}],"items":"192"}
{"type":"object","required":["rules"],"properties":{"parentRefs":"92","rules":"196","useDefaultGateways":"54"}}
{"type":"object","required":["spec"],"properties":{"apiVersion":"s","kind":"s","metadata":"0","spec":"197","status":"132"}}
{"type":"array","minItems":1,"maxItems":1024,"x-kubernetes-validations":[{"rule":"self.all(h, !isIP(h))","message":"Hostnames cannot contain an IP"},{"rule":"self.all(h, !h.contains('*') ? h.matches('^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$') : true)","message":"Hostnames must be valid based on RFC-1123"},{"rule":"self.all(h, h.contains('*') ? (h.startsWith('*.') && h.substring(2).matches('^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$')) : true)","message":"Wildcards on hostnames must be the first label, and the rest of hostname must be valid based on RFC-1123"}],"items":"11"}
{"type":"object","required":["hostnames","rules"],"properties":{"hostnames":"199","parentRefs":"92","rules":"193","useDefaultGateways":"54"}}
{"type":"object","required":["spec"],"properties":{"apiVersion":"s","kind":"s","metadata":"0","spec":"200","status":"132"}}
{"type":"array","maxItems":1024,"items":"11"}
{"type":"object","required":["rules"],"properties":{"hostnames":"202","parentRefs":"92","rules":"196","useDefaultGateways":"54"}}
{"type":"object","required":["spec"],"properties":{"apiVersion":"s","kind":"s","metadata":"0","spec":"203","status":"132"}}
{"type":"string","pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$","minLength":1,"maxLength":253,"x-kubernetes-validations":[{"rule":"!self.endsWith('.cluster.local')","message":"hostname must not be an IP address or end with .cluster.local"}]}
{"type":"object","required":["hostname"],"properties":{"hostname":"205"}}
{"type":"string","maxLength":63,"x-kubernetes-validations":[{"rule":"size(self) == 0 || format.dns1123Label().validate(self) == null","message":"Name must be a valid DNS label"}]}
{"type":"object","required":["port"],"properties":{"name":"207","port":"22"}}
{"type":"string","enum":["TCP","HTTP","HTTP2","HTTP11","H2C","MCP"]}
{"type":"string","enum":["None","ServerOnly","ClientAndServer"]}
{"type":"object","required":["mode"],"x-kubernetes-validations":[{"rule":"self.mode == 'ClientAndServer' ? has(self.clientCertificateRef) : !has(self.clientCertificateRef)","message":"clientCertificateRef must be set if and only if mode is ClientAndServer"}],"properties":{"clientCertificateRef":"67","mode":"210","validation":"17"}}
{"type":"string","enum":["ExternalHostname"]}
{"type":"object","required":["port","type"],"x-kubernetes-validations":[{"rule":"self.type == 'ExternalHostname' ? has(self.externalHostname) : !has(self.externalHostname)","message":"externalHostname must be set when type is ExternalHostname and must be unset otherwise"}],"properties":{"externalHostname":"206","port":"208","protocol":"209","tls":"211","type":"212"}}
{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["type"],"items":"29"}
{"type":"object","required":["controllerName","parentRef"],"properties":{"conditions":"214","controllerName":"31","parentRef":"23"}}
{"type":"array","maxItems":32,"items":"215"}
{"type":"object","properties":{"parents":"216"}}
{"type":"object","required":["spec"],"properties":{"apiVersion":"s","kind":"s","metadata":"0","spec":"213","status":"217"}}
{"type":"string","pattern":"^([0-9]{1,5}(h|m|s|ms)){1,4}$","default":"10s","x-kubernetes-validations":[{"rule":"!(duration(self) < duration('1s') || duration(self) > duration('1h'))","message":"interval cannot be greater than one hour or less than one second"}]}
{"type":"integer","minimum":0,"maximum":100,"default":20}
{"type":"object","default":{"interval":"10s","percent":20},"properties":{"interval":"219","percent":"220"}}
{"type":"integer","minimum":1,"maximum":1000000}
{"type":"string","pattern":"^([0-9]{1,5}(h|m|s|ms)){1,4}$","x-kubernetes-validations":[{"rule":"!(duration(self) == duration('0s') || duration(self) > duration('1h'))","message":"interval cannot be greater than one hour"}]}
{"type":"object","default":{"count":10,"interval":"1s"},"properties":{"count":"222","interval":"223"}}
{"type":"object","properties":{"budget":"221","minRetryRate":"224"}}
{"type":"array","minItems":1,"maxItems":16,"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["group","kind","name"],"items":"9"}
{"type":"object","required":["targetRefs"],"properties":{"retryConstraint":"225","sessionPersistence":"126","targetRefs":"226"}}
{"type":"object","required":["spec"],"properties":{"apiVersion":"s","kind":"s","metadata":"0","spec":"227","status":"34"}}
{"type":"object","default":{"conditions":[{"lastTransitionTime":"1970-01-01T00:00:00Z","message":"Waiting for controller","reason":"Pending","status":"Unknown","type":"Accepted"}]},"properties":{"conditions":"85","supportedFeatures":"42"}}
{"type":"object","required":["spec"],"properties":{"apiVersion":"s","kind":"s","metadata":"0","spec":"39","status":"229"}}`,
  older: {},
};
