/**
 * The kinds of Istio, from its CustomResourceDefinitions (https://github.com/istio/api, Apache-2.0), without prose.
 * What a line means stands in `table.ts`. Written by `scripts/generate/kubernetes-schemas.ts`; do not edit.
 */

import type { TableText } from './table.ts';

export const ISTIO_TABLE: TableText = {
  kinds: `extensions.istio.io/v1alpha1 TrafficExtension=36
extensions.istio.io/v1alpha1 WasmPlugin=40
networking.istio.io/v1 DestinationRule=82
networking.istio.io/v1alpha3 DestinationRule=82
networking.istio.io/v1beta1 DestinationRule=82
networking.istio.io/v1alpha3 EnvoyFilter=105
networking.istio.io/v1 Gateway=115
networking.istio.io/v1alpha3 Gateway=115
networking.istio.io/v1beta1 Gateway=115
networking.istio.io/v1beta1 ProxyConfig=119
networking.istio.io/v1 ServiceEntry=136
networking.istio.io/v1alpha3 ServiceEntry=136
networking.istio.io/v1beta1 ServiceEntry=136
networking.istio.io/v1 Sidecar=145
networking.istio.io/v1alpha3 Sidecar=145
networking.istio.io/v1beta1 Sidecar=145
networking.istio.io/v1 VirtualService=173
networking.istio.io/v1alpha3 VirtualService=173
networking.istio.io/v1beta1 VirtualService=173
networking.istio.io/v1 WorkloadEntry=174
networking.istio.io/v1alpha3 WorkloadEntry=174
networking.istio.io/v1beta1 WorkloadEntry=174
networking.istio.io/v1 WorkloadGroup=188
networking.istio.io/v1alpha3 WorkloadGroup=188
networking.istio.io/v1beta1 WorkloadGroup=188
security.istio.io/v1 AuthorizationPolicy=201
security.istio.io/v1beta1 AuthorizationPolicy=201
security.istio.io/v1 PeerAuthentication=206
security.istio.io/v1beta1 PeerAuthentication=206
security.istio.io/v1 RequestAuthentication=216
security.istio.io/v1beta1 RequestAuthentication=216
telemetry.istio.io/v1 Telemetry=233
telemetry.istio.io/v1alpha1 Telemetry=233`,
  lines: `{"type":"string","minLength":1,"maxLength":65536}
{"type":"object","required":["inlineCode"],"properties":{"inlineCode":"0"}}
{"type":"string","enum":["UNDEFINED","CLIENT","SERVER","CLIENT_AND_SERVER"]}
{"type":"integer","minimum":1,"maximum":65535}
{"type":"object","required":["number"],"properties":{"number":"3"}}
{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["number"],"items":"4"}
{"type":"object","properties":{"mode":"2","ports":"5"}}
{"type":"string","enum":["UNSPECIFIED","AUTHN","AUTHZ","STATS"]}
{"type":"integer","format":"int32","nullable":true}
{"type":"string","maxLength":63,"x-kubernetes-validations":[{"rule":"!self.contains(\\"*\\")","message":"wildcard not allowed in label value match"}]}
{"type":"object","maxProperties":4096,"x-kubernetes-validations":[{"rule":"self.all(key, !key.contains(\\"*\\"))","message":"wildcard not allowed in label key match"},{"rule":"self.all(key, key.size() != 0)","message":"key must not be empty"}],"additionalProperties":"9"}
{"type":"object","properties":{"matchLabels":"10"}}
{"type":"string","pattern":"^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$","maxLength":253}
{"type":"string","pattern":"^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$","minLength":1,"maxLength":63}
{"type":"string","minLength":1,"maxLength":253}
{"type":"string","x-kubernetes-validations":[{"rule":"self.size() == 0","message":"cross namespace referencing is not currently supported"}]}
{"type":"object","required":["kind","name"],"properties":{"group":"12","kind":"13","name":"14","namespace":"15"}}
{"type":"array","maxItems":16,"items":"16"}
{"type":"string","enum":["FAIL_CLOSE","FAIL_OPEN","FAIL_RELOAD"]}
{"type":"string","enum":["UNSPECIFIED_POLICY","IfNotPresent","Always"]}
{"type":"string","minLength":1,"maxLength":256}
{"type":"string","pattern":"(^$|^[a-f0-9]{64}$)"}
{"type":"string","enum":["UNSPECIFIED_PLUGIN_TYPE","HTTP","NETWORK"]}
{"type":"string","minLength":1,"x-kubernetes-validations":[{"rule":"isURL(self) ? (url(self).getScheme() in [\\"\\", \\"http\\", \\"https\\", \\"file\\", \\"oci\\"]) : (isURL(\\"http://\\" + self) &&\\nurl(\\"http://\\" + self).getScheme() in [\\"\\", \\"http\\", \\"https\\", \\"file\\", \\"oci\\"])","message":"url must have schema one of [http, https, file, oci]"}]}
{"type":"string","maxLength":2048}
{"type":"string","enum":["INLINE","HOST"]}
{"type":"object","required":["name"],"x-kubernetes-validations":[{"rule":"(has(self.valueFrom) ? self.valueFrom : \\"\\") != \\"HOST\\" || !has(self.value)","message":"value may only be set when valueFrom is INLINE"}],"properties":{"name":"20","value":"24","valueFrom":"25"}}
{"type":"array","maxItems":256,"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],"items":"26"}
{"type":"object","properties":{"env":"27"}}
{"type":"object","required":["url"],"properties":{"failStrategy":"18","imagePullPolicy":"19","imagePullSecret":"14","pluginConfig":"o","pluginName":"20","sha256":"21","type":"22","url":"23","verificationKey":"s","vmConfig":"28"}}
{"type":"object","x-kubernetes-validations":[{"rule":"(has(self.selector) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1","message":"only one of targetRefs or selector can be set"},{"rule":"has(self.wasm) != has(self.lua)","message":"exactly one of wasm or lua must be set"}],"oneOf":[{"not":{"anyOf":[{"required":["wasm"]},{"required":["lua"]}]}},{"required":["wasm"]},{"required":["lua"]}],"properties":{"lua":"1","match":"[6","phase":"7","priority":"8","selector":"11","targetRefs":"17","wasm":"29"}}
{"type":"object","properties":{"lastProbeTime":"t","lastTransitionTime":"t","message":"s","observedGeneration":"x","reason":"s","status":"s","type":"s"}}
{"type":"string","enum":["UNKNOWN","ERROR","WARNING","INFO"]}
{"type":"object","properties":{"code":"s","name":"s"}}
{"type":"object","properties":{"documentationUrl":"s","level":"32","type":"33"}}
{"type":"object","x-kubernetes-preserve-unknown-fields":true,"properties":{"conditions":"[31","observedGeneration":"x","validationMessages":"[34"}}
{"type":"object","required":["spec"],"properties":{"spec":"30","status":"35"}}
{"type":"string","enum":["UNSPECIFIED_PHASE","AUTHN","AUTHZ","STATS"]}
{"type":"string","minLength":1,"x-kubernetes-validations":[{"rule":"isURL(self) ? (url(self).getScheme() in [\\"\\", \\"http\\", \\"https\\", \\"oci\\", \\"file\\"]) : (isURL(\\"http://\\" + self) &&\\nurl(\\"http://\\" + self).getScheme() in [\\"\\", \\"http\\", \\"https\\", \\"oci\\", \\"file\\"])","message":"url must have schema one of [http, https, file, oci]"}]}
{"type":"object","required":["url"],"x-kubernetes-validations":[{"rule":"(has(self.selector) ? 1 : 0) + (has(self.targetRef) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1","message":"only one of targetRefs or selector can be set"}],"properties":{"failStrategy":"18","imagePullPolicy":"19","imagePullSecret":"14","match":"[6","phase":"37","pluginConfig":"o","pluginName":"20","priority":"8","selector":"11","sha256":"21","targetRef":"16","targetRefs":"17","type":"22","url":"38","verificationKey":"s","vmConfig":"28"}}
{"type":"object","required":["spec"],"properties":{"spec":"39","status":"35"}}
{"type":"string","enum":["DEFAULT","DO_NOT_UPGRADE","UPGRADE"]}
{"type":"string","x-kubernetes-validations":[{"rule":"duration(self) >= duration('1ms')","message":"must be a valid duration greater than 1ms"}]}
{"type":"object","properties":{"interval":"42","timeout":"42"}}
{"type":"object","properties":{"h2UpgradePolicy":"41","http1MaxPendingRequests":"i","http2KeepAlive":"43","http2MaxRequests":"i","idleTimeout":"42","maxConcurrentStreams":"i","maxRequestsPerConnection":"i","maxRetries":"i","useClientProtocol":"b"}}
{"type":"integer","minimum":0,"maximum":4294967295}
{"type":"object","properties":{"interval":"42","probes":"45","time":"42"}}
{"type":"object","properties":{"connectTimeout":"42","idleTimeout":"s","maxConnectionDuration":"42","maxConnections":"i","tcpKeepalive":"46"}}
{"type":"object","properties":{"http":"44","tcp":"47"}}
{"type":"object","properties":{"errorUtilizationPenaltyPercent":"45","metricNamesForComputingUtilization":"[s","weightExpirationPeriod":"s","weightStabilizationPeriod":"s","weightUpdatePeriod":"s"}}
{"type":"object","required":["name"],"properties":{"name":"s","value":"s"}}
{"type":"object","required":["name"],"properties":{"attributes":"[50","name":"s","path":"s","ttl":"s"}}
{"type":"integer","minimum":0}
{"type":"object","properties":{"tableSize":"52"}}
{"type":"object","properties":{"minimumRingSize":"52"}}
{"type":"object","properties":{"httpCookie":"51","httpHeaderName":"s","httpQueryParameterName":"s","maglev":"53","minimumRingSize":"52","ringHash":"54","useSourceIp":"b"}}
{"type":"object","properties":{"from":"s","to":"{45"}}
{"type":"boolean","nullable":true}
{"type":"object","properties":{"from":"s","to":"s"}}
{"type":"object","properties":{"distribute":"[56","enabled":"57","failover":"[58","failoverPriority":"[s"}}
{"type":"string","enum":["UNSPECIFIED","LEAST_CONN","RANDOM","PASSTHROUGH","ROUND_ROBIN","LEAST_REQUEST"]}
{"type":"number","format":"double","minimum":0,"nullable":true}
{"type":"number","format":"double","minimum":0,"maximum":100,"nullable":true}
{"type":"object","required":["duration"],"properties":{"aggression":"61","duration":"42","minimumPercent":"62"}}
{"type":"integer","minimum":1,"maximum":4294967295,"nullable":true}
{"type":"object","properties":{"enabled":"57","failover":"[58","failoverPriority":"[s","minClusterSize":"64"}}
{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["simple"]},{"required":["consistentHash"]},{"required":["backendUtilization"]}]}},{"required":["simple"]},{"required":["consistentHash"]},{"required":["backendUtilization"]}],"properties":{"backendUtilization":"49","consistentHash":"55","localityLbSetting":"59","simple":"60","warmup":"63","warmupDurationSecs":"42","zoneAwareLbSetting":"65"}}
{"type":"integer","minimum":0,"maximum":4294967295,"nullable":true}
{"type":"integer","minimum":100,"maximum":599}
{"type":"object","properties":{"baseEjectionTime":"42","consecutive5xxErrors":"67","consecutiveErrors":"i","consecutiveGatewayErrors":"67","consecutiveLocalOriginFailures":"67","interval":"42","maxEjectionPercent":"i","minHealthPercent":"i","outlierDetectionHttpErrorCodes":"[68","splitExternalLocalOriginErrors":"b"}}
{"type":"object","properties":{"number":"45"}}
{"type":"string","enum":["DISABLE","SIMPLE","MUTUAL","ISTIO_MUTUAL"]}
{"type":"object","properties":{"caCertificates":"s","caCrl":"s","clientCertificate":"s","credentialName":"s","insecureSkipVerify":"57","mode":"71","privateKey":"s","sni":"s","subjectAltNames":"[s"}}
{"type":"object","properties":{"connectionPool":"48","loadBalancer":"66","outlierDetection":"69","port":"70","tls":"72"}}
{"type":"array","maxItems":4096,"items":"73"}
{"type":"string","enum":["V1","V2"]}
{"type":"object","properties":{"version":"75"}}
{"type":"object","properties":{"budgetInterval":"s","minRetryConcurrency":"45","percent":"62"}}
{"type":"object","required":["targetHost","targetPort"],"properties":{"protocol":"s","targetHost":"s","targetPort":"45"}}
{"type":"object","properties":{"connectionPool":"48","loadBalancer":"66","outlierDetection":"69","portLevelSettings":"74","proxyProtocol":"76","retryBudget":"77","tls":"72","tunnel":"78"}}
{"type":"object","required":["name"],"properties":{"labels":"{s","name":"s","trafficPolicy":"79"}}
{"type":"object","required":["host"],"properties":{"exportTo":"[s","host":"s","subsets":"[80","trafficPolicy":"79","workloadSelector":"11"}}
{"type":"object","properties":{"spec":"81","status":"35"}}
{"type":"string","enum":["INVALID","LISTENER","FILTER_CHAIN","NETWORK_FILTER","HTTP_FILTER","ROUTE_CONFIGURATION","VIRTUAL_HOST","HTTP_ROUTE","CLUSTER","EXTENSION_CONFIG","BOOTSTRAP","LISTENER_FILTER"]}
{"type":"object","properties":{"name":"s","portNumber":"45","service":"s","subset":"s"}}
{"type":"string","enum":["ANY","SIDECAR_INBOUND","SIDECAR_OUTBOUND","GATEWAY","WAYPOINT"]}
{"type":"object","properties":{"name":"s"}}
{"type":"object","properties":{"name":"s","subFilter":"86"}}
{"type":"object","properties":{"applicationProtocols":"s","destinationPort":"45","filter":"87","name":"s","sni":"s","transportProtocol":"s","transportSocket":"s"}}
{"type":"object","properties":{"filterChain":"88","listenerFilter":"s","name":"s","portName":"s","portNumber":"45"}}
{"type":"object","properties":{"metadata":"{s","proxyVersion":"s"}}
{"type":"string","enum":["ANY","ROUTE","REDIRECT","DIRECT_RESPONSE"]}
{"type":"object","properties":{"action":"91","name":"s"}}
{"type":"object","properties":{"domainName":"s","name":"s","route":"92"}}
{"type":"object","properties":{"gateway":"s","name":"s","portName":"s","portNumber":"45","vhost":"93"}}
{"type":"integer","minimum":0,"maximum":4294967295,"x-kubernetes-validations":[{"rule":"0 < self && self <= 65535","message":"port must be between 1-65535"}]}
{"type":"object","properties":{"filter":"87","portNumber":"95","route":"86"}}
{"type":"object","x-kubernetes-validations":[{"rule":"has(self.context) ? ((self.context == \\"WAYPOINT\\") ? has(self.waypoint) : !has(self.waypoint)) : !has(self.waypoint)","message":"only support waypointMatch when context is WAYPOINT"}],"oneOf":[{"not":{"anyOf":[{"required":["listener"]},{"required":["routeConfiguration"]},{"required":["cluster"]},{"required":["waypoint"]}]}},{"required":["listener"]},{"required":["routeConfiguration"]},{"required":["cluster"]},{"required":["waypoint"]}],"properties":{"cluster":"84","context":"85","listener":"89","proxy":"90","routeConfiguration":"94","waypoint":"96"}}
{"type":"string","enum":["INVALID","MERGE","ADD","REMOVE","INSERT_BEFORE","INSERT_AFTER","INSERT_FIRST","REPLACE","MERGE_AND_REPLACE_LIST"]}
{"type":"object","properties":{"filterClass":"7","operation":"98","value":"o"}}
{"type":"object","properties":{"applyTo":"83","match":"97","patch":"99"}}
{"type":"string","maxLength":63,"x-kubernetes-validations":[{"rule":"!self.contains(\\"*\\")","message":"wildcard is not supported in selector"}]}
{"type":"object","maxProperties":256,"additionalProperties":"101"}
{"type":"object","properties":{"labels":"102"}}
{"type":"object","x-kubernetes-validations":[{"rule":"(has(self.workloadSelector) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1","message":"only one of targetRefs or workloadSelector can be set"}],"properties":{"configPatches":"[100","priority":"i","targetRefs":"17","workloadSelector":"103"}}
{"type":"object","properties":{"spec":"104","status":"35"}}
{"type":"object","required":["number","protocol","name"],"properties":{"name":"s","number":"45","protocol":"s","targetPort":"45"}}
{"type":"array","minItems":1,"maxItems":2,"items":"s"}
{"type":"string","enum":["TLS_AUTO","TLSV1_0","TLSV1_1","TLSV1_2","TLSV1_3"]}
{"type":"string","enum":["PASSTHROUGH","SIMPLE","MUTUAL","AUTO_PASSTHROUGH","ISTIO_MUTUAL","OPTIONAL_MUTUAL"]}
{"type":"object","properties":{"caCertificates":"s","privateKey":"s","serverCertificate":"s"}}
{"type":"array","minItems":1,"maxItems":2,"items":"110"}
{"type":"object","x-kubernetes-validations":[{"rule":"(has(self.tlsCertificates) ? 1 : 0) + (has(self.credentialNames) ? 1 : 0) <= 1","message":"only one of credentialNames or tlsCertificates can be set"},{"rule":"(has(self.credentialName) ? 1 : 0) + (has(self.credentialNames) ? 1 : 0) <= 1","message":"only one of credentialName or credentialNames can be set"},{"rule":"(has(self.credentialNames) ? 1 : 0) + (has(self.tlsCertificates) ? 1 : 0) <= 1","message":"only one of credentialName or tlsCertificates can be set"}],"properties":{"caCertCredentialName":"s","caCertificates":"s","caCrl":"s","cipherSuites":"[s","credentialName":"s","credentialNames":"107","ecdhCurves":"[s","httpsRedirect":"b","insecureSkipVerify":"57","maxProtocolVersion":"108","minProtocolVersion":"108","mode":"109","privateKey":"s","serverCertificate":"s","subjectAltNames":"[s","tlsCertificates":"111","verifyCertificateHash":"[s","verifyCertificateSpki":"[s"}}
{"type":"object","required":["port","hosts"],"properties":{"bind":"s","defaultEndpoint":"s","hosts":"[s","name":"s","port":"106","tls":"112"}}
{"type":"object","properties":{"selector":"{s","servers":"[113"}}
{"type":"object","properties":{"spec":"114","status":"35"}}
{"type":"integer","format":"int32","minimum":0,"nullable":true}
{"type":"object","properties":{"imageType":"s"}}
{"type":"object","properties":{"concurrency":"116","environmentVariables":"{24","image":"117","selector":"11"}}
{"type":"object","properties":{"spec":"118","status":"35"}}
{"type":"string","maxLength":64}
{"type":"array","maxItems":256,"items":"120"}
{"type":"string","maxLength":256,"x-kubernetes-validations":[{"rule":"self.startsWith(\\"unix://\\") ? (self.substring(7, 8) == \\"/\\" || self.substring(7, 8) == \\"@\\") : true","message":"UDS must be an absolute path or abstract socket"},{"rule":"self.startsWith(\\"unix://\\") ? !self.endsWith(\\"/\\") : true","message":"UDS may not be a dir"}]}
{"type":"object","maxProperties":256,"additionalProperties":"s"}
{"type":"object","maxProperties":128,"x-kubernetes-validations":[{"rule":"self.all(key, size(key) < 63 && key.matches(\\"^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$\\"))","message":"port name must be valid"}],"additionalProperties":"95"}
{"type":"string","maxLength":253}
{"type":"object","x-kubernetes-validations":[{"rule":"has(self.address) || has(self.network)","message":"Address is required"},{"rule":"(has(self.address) ? self.address : \\"\\").startsWith(\\"unix://\\") ? !has(self.ports) : true","message":"UDS may not include ports"}],"properties":{"address":"122","labels":"123","locality":"24","network":"24","ports":"124","serviceAccount":"125","weight":"45"}}
{"type":"array","maxItems":4096,"items":"126"}
{"type":"string","x-kubernetes-validations":[{"rule":"self != \\"*\\"","message":"hostname cannot be wildcard"}]}
{"type":"array","minItems":1,"maxItems":256,"items":"128"}
{"type":"string","enum":["MESH_EXTERNAL","MESH_INTERNAL"]}
{"type":"string","maxLength":256}
{"type":"object","required":["number","name"],"properties":{"name":"131","number":"95","protocol":"131","targetPort":"95"}}
{"type":"array","maxItems":256,"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],"x-kubernetes-validations":[{"rule":"self.all(l1, self.exists_one(l2, l1.number == l2.number))","message":"port number cannot be duplicated"}],"items":"132"}
{"type":"string","enum":["NONE","STATIC","DNS","DNS_ROUND_ROBIN","DYNAMIC_DNS"]}
{"type":"object","required":["hosts"],"x-kubernetes-validations":[{"rule":"(has(self.workloadSelector) ? 1 : 0) + (has(self.endpoints) ? 1 : 0) <= 1","message":"only one of WorkloadSelector or Endpoints can be set"},{"rule":"!((has(self.addresses) ? self.addresses : []).exists(k, k.contains(\\"/\\")) && !((has(self.resolution) ? self.resolution : \\"NONE\\") in [\\"STATIC\\", \\"NONE\\"]))","message":"CIDR addresses are allowed only for NONE/STATIC resolution types"},{"rule":"((has(self.resolution) ? self.resolution : \\"NONE\\") == \\"NONE\\") ? !has(self.endpoints) : true","message":"NONE mode cannot set endpoints"},{"rule":"((has(self.resolution) ? self.resolution : \\"\\") == \\"DNS_ROUND_ROBIN\\") ? ((has(self.endpoints) ? self.endpoints : []).size() <= 1) : true","message":"DNS_ROUND_ROBIN mode cannot have multiple endpoints"}],"properties":{"addresses":"121","endpoints":"127","exportTo":"[s","hosts":"129","location":"130","ports":"133","resolution":"134","subjectAltNames":"[s","workloadSelector":"103"}}
{"type":"object","required":["spec"],"properties":{"spec":"135","status":"35"}}
{"type":"string","enum":["DEFAULT","IPTABLES","NONE"]}
{"type":"object","properties":{"name":"s","number":"45","protocol":"s","targetPort":"45"}}
{"type":"object","required":["hosts"],"properties":{"bind":"s","captureMode":"137","hosts":"[s","port":"138"}}
{"type":"object","required":["port"],"properties":{"bind":"s","captureMode":"137","connectionPool":"48","defaultEndpoint":"s","port":"138","tls":"112"}}
{"type":"object","required":["host"],"properties":{"host":"s","port":"70","subset":"s"}}
{"type":"string","enum":["REGISTRY_ONLY","ALLOW_ANY"]}
{"type":"object","properties":{"egressProxy":"141","mode":"142"}}
{"type":"object","properties":{"egress":"[139","inboundConnectionPool":"48","ingress":"[140","outboundTrafficPolicy":"143","workloadSelector":"103"}}
{"type":"object","properties":{"spec":"144","status":"35"}}
{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["exact"]},{"required":["prefix"]},{"required":["regex"]}]}},{"required":["exact"]},{"required":["prefix"]},{"required":["regex"]}],"properties":{"exact":"s","prefix":"s","regex":"s"}}
{"type":"string","enum":["UNSPECIFIED","FORWARD","IGNORE"]}
{"type":"object","properties":{"allowCredentials":"57","allowHeaders":"[s","allowMethods":"[s","allowOrigin":"[s","allowOrigins":"[146","exposeHeaders":"[s","maxAge":"42","unmatchedPreflights":"147"}}
{"type":"object","properties":{"name":"s","namespace":"s"}}
{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["string"]},{"required":["bytes"]}]}},{"required":["string"]},{"required":["bytes"]}],"properties":{"bytes":"y","string":"s"}}
{"type":"object","required":["status"],"properties":{"body":"150","status":"45"}}
{"type":"object","properties":{"value":"n"}}
{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["httpStatus"]},{"required":["grpcStatus"]},{"required":["http2Error"]}]}},{"required":["httpStatus"]},{"required":["grpcStatus"]},{"required":["http2Error"]}],"properties":{"grpcStatus":"s","http2Error":"s","httpStatus":"i","percentage":"152"}}
{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["fixedDelay"]},{"required":["exponentialDelay"]}]}},{"required":["fixedDelay"]},{"required":["exponentialDelay"]}],"properties":{"exponentialDelay":"42","fixedDelay":"42","percent":"i","percentage":"152"}}
{"type":"object","properties":{"abort":"153","delay":"154"}}
{"type":"object","properties":{"add":"{s","remove":"[s","set":"{s"}}
{"type":"object","properties":{"request":"156","response":"156"}}
{"type":"object","properties":{"authority":"146","gateways":"[s","headers":"{146","ignoreUriCase":"b","method":"146","name":"s","port":"45","queryParams":"{146","scheme":"146","sourceLabels":"{s","sourceNamespace":"s","statPrefix":"s","uri":"146","withoutHeaders":"{146"}}
{"type":"object","required":["destination"],"properties":{"destination":"141","percentage":"152"}}
{"type":"string","enum":["FROM_PROTOCOL_DEFAULT","FROM_REQUEST_PORT"]}
{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["port"]},{"required":["derivePort"]}]}},{"required":["port"]},{"required":["derivePort"]}],"properties":{"authority":"s","derivePort":"160","port":"45","prefixRewrite":"s","redirectCode":"45","scheme":"s","uri":"s"}}
{"type":"object","properties":{"attempts":"i","backoff":"42","perTryTimeout":"42","retryIgnorePreviousHosts":"57","retryOn":"s","retryRemoteLocalities":"57"}}
{"type":"object","properties":{"match":"s","rewrite":"s"}}
{"type":"object","properties":{"authority":"s","uri":"s","uriRegexRewrite":"163"}}
{"type":"object","required":["destination"],"properties":{"destination":"141","headers":"157","weight":"i"}}
{"type":"object","properties":{"corsPolicy":"148","delegate":"149","directResponse":"151","fault":"155","headers":"157","match":"[158","mirror":"141","mirrorPercent":"67","mirrorPercentage":"152","mirror_percent":"67","mirrors":"[159","name":"s","redirect":"161","retries":"162","rewrite":"164","route":"[165","timeout":"42"}}
{"type":"object","properties":{"destinationSubnets":"[s","gateways":"[s","port":"45","sourceLabels":"{s","sourceNamespace":"s","sourceSubnet":"s"}}
{"type":"object","required":["destination"],"properties":{"destination":"141","weight":"i"}}
{"type":"object","properties":{"match":"[167","route":"[168"}}
{"type":"object","required":["sniHosts"],"properties":{"destinationSubnets":"[s","gateways":"[s","port":"45","sniHosts":"[s","sourceLabels":"{s","sourceNamespace":"s"}}
{"type":"object","required":["match"],"properties":{"match":"[170","route":"[168"}}
{"type":"object","properties":{"exportTo":"[s","gateways":"[s","hosts":"[s","http":"[166","tcp":"[169","tls":"[171"}}
{"type":"object","properties":{"spec":"172","status":"35"}}
{"type":"object","required":["spec"],"properties":{"spec":"126","status":"35"}}
{"type":"object","properties":{"annotations":"123","labels":"123"}}
{"type":"string","minLength":1}
{"type":"object","required":["command"],"properties":{"command":"[176"}}
{"type":"integer","format":"int32","minimum":0}
{"type":"object","properties":{"port":"95","service":"s"}}
{"type":"string","pattern":"^[-_A-Za-z0-9]+$"}
{"type":"object","properties":{"name":"180","value":"s"}}
{"type":"string","x-kubernetes-validations":[{"rule":"self in [\\"\\", \\"HTTP\\", \\"HTTPS\\"]","message":"scheme must be one of [HTTP, HTTPS]"}]}
{"type":"object","required":["port"],"properties":{"host":"s","httpHeaders":"[181","path":"s","port":"95","scheme":"182"}}
{"type":"object","required":["port"],"properties":{"host":"s","port":"95"}}
{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["httpGet"]},{"required":["tcpSocket"]},{"required":["exec"]},{"required":["grpc"]}]}},{"required":["httpGet"]},{"required":["tcpSocket"]},{"required":["exec"]},{"required":["grpc"]}],"properties":{"exec":"177","failureThreshold":"178","grpc":"179","httpGet":"183","initialDelaySeconds":"178","periodSeconds":"178","successThreshold":"178","tcpSocket":"184","timeoutSeconds":"178"}}
{"type":"object","x-kubernetes-validations":[{"rule":"(has(self.address) ? self.address : \\"\\").startsWith(\\"unix://\\") ? !has(self.ports) : true","message":"UDS may not include ports"}],"properties":{"address":"122","labels":"123","locality":"24","network":"24","ports":"124","serviceAccount":"125","weight":"45"}}
{"type":"object","required":["template"],"properties":{"metadata":"175","probe":"185","template":"186"}}
{"type":"object","required":["spec"],"properties":{"spec":"187","status":"35"}}
{"type":"string","enum":["ALLOW","DENY","AUDIT","CUSTOM"]}
{"type":"string","maxLength":320}
{"type":"array","maxItems":16,"items":"190"}
{"type":"object","x-kubernetes-validations":[{"rule":"(has(self.serviceAccounts) || has(self.notServiceAccounts)) ? (!has(self.principals) &&\\n!has(self.notPrincipals) && !has(self.namespaces) && !has(self.notNamespaces)) : true","message":"Cannot set serviceAccounts with namespaces or principals"}],"properties":{"ipBlocks":"[s","namespaces":"[s","notIpBlocks":"[s","notNamespaces":"[s","notPrincipals":"[s","notRemoteIpBlocks":"[s","notRequestPrincipals":"[s","notServiceAccounts":"191","notTrustDomains":"[s","principals":"[s","remoteIpBlocks":"[s","requestPrincipals":"[s","serviceAccounts":"191","trustDomains":"[s"}}
{"type":"object","properties":{"source":"192"}}
{"type":"array","maxItems":512,"items":"193"}
{"type":"object","properties":{"hosts":"[s","methods":"[s","notHosts":"[s","notMethods":"[s","notPaths":"[s","notPorts":"[s","paths":"[s","ports":"[s"}}
{"type":"object","properties":{"operation":"195"}}
{"type":"object","required":["key"],"properties":{"key":"s","notValues":"[s","values":"[s"}}
{"type":"object","properties":{"from":"194","to":"[196","when":"[197"}}
{"type":"array","maxItems":512,"items":"198"}
{"type":"object","x-kubernetes-validations":[{"rule":"(has(self.selector) ? 1 : 0) + (has(self.targetRef) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1","message":"only one of targetRefs or selector can be set"}],"oneOf":[{"not":{"anyOf":[{"required":["provider"]}]}},{"required":["provider"]}],"properties":{"action":"189","provider":"86","rules":"199","selector":"11","targetRef":"16","targetRefs":"17"}}
{"type":"object","properties":{"spec":"200","status":"35"}}
{"type":"string","enum":["UNSET","DISABLE","PERMISSIVE","STRICT"]}
{"type":"object","properties":{"mode":"202"}}
{"type":"object","minProperties":1,"x-kubernetes-validations":[{"rule":"self.all(key, 0 < int(key) && int(key) <= 65535)","message":"port must be between 1-65535"}],"additionalProperties":"203"}
{"type":"object","x-kubernetes-validations":[{"rule":"has(self.portLevelMtls) ? (((has(self.selector) && has(self.selector.matchLabels)) ? self.selector.matchLabels : {}).size() > 0) : true","message":"portLevelMtls requires selector"}],"properties":{"mtls":"203","portLevelMtls":"204","selector":"11"}}
{"type":"object","properties":{"spec":"205","status":"35"}}
{"type":"object","required":["name"],"properties":{"name":"176","prefix":"s"}}
{"type":"string","minLength":1,"maxLength":2048,"x-kubernetes-validations":[{"rule":"url(self).getScheme() in [\\"http\\", \\"https\\"]","message":"url must have scheme http:// or https://"}]}
{"type":"string","pattern":"^[-_A-Za-z0-9]+$","minLength":1}
{"type":"object","required":["header","claim"],"properties":{"claim":"176","header":"209"}}
{"type":"string","enum":["OPTIONAL","REQUIRED"]}
{"type":"array","maxItems":64,"items":"176"}
{"type":"object","x-kubernetes-validations":[{"rule":"(has(self.jwksUri) ? 1 : 0) + (has(self.jwks_uri) ? 1 : 0) + (has(self.jwks) ? 1 : 0) <= 1","message":"only one of jwks or jwksUri can be set"}],"properties":{"audiences":"[176","forwardOriginalToken":"b","fromCookies":"[176","fromHeaders":"[207","fromParams":"[176","issuer":"176","jwks":"s","jwksUri":"208","jwks_uri":"208","outputClaimToHeaders":"[210","outputPayloadToHeader":"s","presence":"211","spaceDelimitedClaims":"212","timeout":"42"}}
{"type":"array","maxItems":4096,"items":"213"}
{"type":"object","x-kubernetes-validations":[{"rule":"(has(self.selector) ? 1 : 0) + (has(self.targetRef) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1","message":"only one of targetRefs or selector can be set"}],"properties":{"jwtRules":"214","selector":"11","targetRef":"16","targetRefs":"17"}}
{"type":"object","properties":{"spec":"215","status":"35"}}
{"type":"object","properties":{"expression":"s"}}
{"type":"string","enum":["CLIENT_AND_SERVER","CLIENT","SERVER"]}
{"type":"object","properties":{"mode":"218"}}
{"type":"object","required":["name"],"properties":{"name":"176"}}
{"type":"object","properties":{"disabled":"57","filter":"217","match":"219","providers":"[220"}}
{"type":"string","enum":["ALL_METRICS","REQUEST_COUNT","REQUEST_DURATION","REQUEST_SIZE","RESPONSE_SIZE","TCP_OPENED_CONNECTIONS","TCP_CLOSED_CONNECTIONS","TCP_SENT_BYTES","TCP_RECEIVED_BYTES","GRPC_REQUEST_MESSAGES","GRPC_RESPONSE_MESSAGES"]}
{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["metric"]},{"required":["customMetric"]}]}},{"required":["metric"]},{"required":["customMetric"]}],"properties":{"customMetric":"176","metric":"222","mode":"218"}}
{"type":"string","enum":["UPSERT","REMOVE"]}
{"type":"object","x-kubernetes-validations":[{"rule":"((has(self.operation) ? self.operation : \\"\\") == \\"UPSERT\\") ? (self.value != \\"\\") : true","message":"value must be set when operation is UPSERT"},{"rule":"((has(self.operation) ? self.operation : \\"\\") == \\"REMOVE\\") ? !has(self.value) : true","message":"value must not be set when operation is REMOVE"}],"properties":{"operation":"224","value":"s"}}
{"type":"object","properties":{"disabled":"57","match":"223","tagOverrides":"{225"}}
{"type":"object","properties":{"overrides":"[226","providers":"[220","reportingInterval":"42"}}
{"type":"object","required":["name"],"properties":{"defaultValue":"s","name":"176"}}
{"type":"object","required":["value"],"properties":{"value":"176"}}
{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["literal"]},{"required":["environment"]},{"required":["header"]},{"required":["formatter"]}]}},{"required":["literal"]},{"required":["environment"]},{"required":["header"]},{"required":["formatter"]}],"properties":{"environment":"228","formatter":"229","header":"228","literal":"229"}}
{"type":"object","properties":{"customTags":"{230","disableContextPropagation":"57","disableSpanReporting":"57","enableIstioTags":"57","match":"219","providers":"[220","randomSamplingPercentage":"62","useRequestIdForTraceSampling":"57"}}
{"type":"object","x-kubernetes-validations":[{"rule":"(has(self.selector) ? 1 : 0) + (has(self.targetRef) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1","message":"only one of targetRefs or selector can be set"}],"properties":{"accessLogging":"[221","metrics":"[227","selector":"11","targetRef":"16","targetRefs":"17","tracing":"[231"}}
{"type":"object","properties":{"spec":"232","status":"35"}}`,
  older: {},
};
