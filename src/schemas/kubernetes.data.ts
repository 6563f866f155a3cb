/**
 * The built-in kinds of Kubernetes 1.35, and how 1.34 and 1.33 differ: fields, types and
 * required fields from its OpenAPI v3 documents (https://github.com/kubernetes/kubernetes, Apache-2.0).
 * What a line means stands in `table.ts`. Written by `scripts/generate/kubernetes-schemas.ts`; do not edit.
 */

import type { TableText } from './table.ts';

export const KUBERNETES_TABLE: TableText = {
  kinds: `admissionregistration.k8s.io/v1 MutatingWebhookConfiguration=5
admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy=12
admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding=13
admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration=18
admissionregistration.k8s.io/v1alpha1 MutatingAdmissionPolicy=26
admissionregistration.k8s.io/v1alpha1 MutatingAdmissionPolicyBinding=27
admissionregistration.k8s.io/v1beta1 MutatingAdmissionPolicy=39
admissionregistration.k8s.io/v1beta1 MutatingAdmissionPolicyBinding=40
apiextensions.k8s.io/v1 CustomResourceDefinition=594
apiregistration.k8s.io/v1 APIService=620
apps/v1 ControllerRevision=52
apps/v1 DaemonSet=53
apps/v1 Deployment=58
apps/v1 ReplicaSet=63
apps/v1 StatefulSet=70
authentication.k8s.io/v1 SelfSubjectReview=78
authentication.k8s.io/v1 TokenRequest=80
authentication.k8s.io/v1 TokenReview=83
authorization.k8s.io/v1 LocalSubjectAccessReview=89
authorization.k8s.io/v1 SelfSubjectAccessReview=94
authorization.k8s.io/v1 SelfSubjectRulesReview=96
authorization.k8s.io/v1 SubjectAccessReview=98
autoscaling/v1 HorizontalPodAutoscaler=103
autoscaling/v1 Scale=106
autoscaling/v2 HorizontalPodAutoscaler=116
batch/v1 CronJob=132
batch/v1 Job=135
certificates.k8s.io/v1 CertificateSigningRequest=147
certificates.k8s.io/v1alpha1 ClusterTrustBundle=151
certificates.k8s.io/v1beta1 ClusterTrustBundle=153
certificates.k8s.io/v1beta1 PodCertificateRequest=155
coordination.k8s.io/v1 Lease=158
coordination.k8s.io/v1alpha2 LeaseCandidate=160
coordination.k8s.io/v1beta1 LeaseCandidate=162
discovery.k8s.io/v1 EndpointSlice=371
events.k8s.io/v1 Event=374
flowcontrol.apiserver.k8s.io/v1 FlowSchema=378
flowcontrol.apiserver.k8s.io/v1 PriorityLevelConfiguration=387
internal.apiserver.k8s.io/v1alpha1 StorageVersion=49
networking.k8s.io/v1 IPAddress=399
networking.k8s.io/v1 Ingress=402
networking.k8s.io/v1 IngressClass=404
networking.k8s.io/v1 NetworkPolicy=415
networking.k8s.io/v1 ServiceCIDR=423
networking.k8s.io/v1beta1 IPAddress=426
networking.k8s.io/v1beta1 ServiceCIDR=429
node.k8s.io/v1 RuntimeClass=433
policy/v1 Eviction=435
policy/v1 PodDisruptionBudget=436
rbac.authorization.k8s.io/v1 ClusterRole=440
rbac.authorization.k8s.io/v1 ClusterRoleBinding=441
rbac.authorization.k8s.io/v1 Role=443
rbac.authorization.k8s.io/v1 RoleBinding=444
resource.k8s.io/v1 DeviceClass=462
resource.k8s.io/v1 ResourceClaim=476
resource.k8s.io/v1 ResourceClaimTemplate=480
resource.k8s.io/v1 ResourceSlice=483
resource.k8s.io/v1alpha3 DeviceTaintRule=486
resource.k8s.io/v1beta1 DeviceClass=506
resource.k8s.io/v1beta1 ResourceClaim=519
resource.k8s.io/v1beta1 ResourceClaimTemplate=523
resource.k8s.io/v1beta1 ResourceSlice=526
resource.k8s.io/v1beta2 DeviceClass=543
resource.k8s.io/v1beta2 ResourceClaim=557
resource.k8s.io/v1beta2 ResourceClaimTemplate=561
resource.k8s.io/v1beta2 ResourceSlice=564
scheduling.k8s.io/v1 PriorityClass=566
scheduling.k8s.io/v1alpha1 Workload=571
storage.k8s.io/v1 CSIDriver=573
storage.k8s.io/v1 CSINode=575
storage.k8s.io/v1 CSIStorageCapacity=578
storage.k8s.io/v1 StorageClass=579
storage.k8s.io/v1 VolumeAttachment=581
storage.k8s.io/v1 VolumeAttributesClass=585
storage.k8s.io/v1beta1 VolumeAttributesClass=588
storagemigration.k8s.io/v1beta1 StorageVersionMigration=589
v1 Binding=171
v1 ComponentStatus=182
v1 ConfigMap=183
v1 Endpoints=210
v1 Event=216
v1 LimitRange=241
v1 Namespace=251
v1 Node=255
v1 PersistentVolume=274
v1 PersistentVolumeClaim=275
v1 Pod=284
v1 PodTemplate=302
v1 ReplicationController=312
v1 ResourceQuota=319
v1 Secret=330
v1 Service=337
v1 ServiceAccount=338`,
  lines: `{"properties":{"key":"s","valueExpression":"s"},"required":["key","valueExpression"]}
{"properties":{"fieldRef":"s","warning":"s"},"required":["fieldRef","warning"]}
{"properties":{"expression":"s","name":"s"},"required":["expression","name"]}
{"properties":{"excludeResourceRules":"[6","matchPolicy":"s","namespaceSelector":"614","objectSelector":"614","resourceRules":"[6"}}
{"properties":{"admissionReviewVersions":"[s","clientConfig":"21","failurePolicy":"s","matchConditions":"[2","matchPolicy":"s","name":"s","namespaceSelector":"614","objectSelector":"614","reinvocationPolicy":"s","rules":"[9","sideEffects":"s","timeoutSeconds":"i"},"required":["admissionReviewVersions","clientConfig","name","sideEffects"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","webhooks":"[4"}}
{"properties":{"apiGroups":"[s","apiVersions":"[s","operations":"[s","resourceNames":"[s","resources":"[s","scope":"s"}}
{"properties":{"apiVersion":"s","kind":"s"}}
{"properties":{"name":"s","namespace":"s","parameterNotFoundAction":"s","selector":"614"}}
{"properties":{"apiGroups":"[s","apiVersions":"[s","operations":"[s","resources":"[s","scope":"s"}}
{"properties":{"name":"s","namespace":"s","path":"s","port":"i"},"required":["name","namespace"]}
{"properties":{"expressionWarnings":"[1"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"15","status":"16"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"14"}}
{"properties":{"matchResources":"3","paramRef":"8","policyName":"s","validationActions":"[s"}}
{"properties":{"auditAnnotations":"[0","failurePolicy":"s","matchConditions":"[2","matchConstraints":"3","paramKind":"7","validations":"[19","variables":"[20"}}
{"properties":{"conditions":"[610","observedGeneration":"l","typeChecking":"11"}}
{"properties":{"admissionReviewVersions":"[s","clientConfig":"21","failurePolicy":"s","matchConditions":"[2","matchPolicy":"s","name":"s","namespaceSelector":"614","objectSelector":"614","rules":"[9","sideEffects":"s","timeoutSeconds":"i"},"required":["admissionReviewVersions","clientConfig","name","sideEffects"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","webhooks":"[17"}}
{"properties":{"expression":"s","message":"s","messageExpression":"s","reason":"s"},"required":["expression"]}
{"properties":{"expression":"s","name":"s"},"required":["expression","name"]}
{"properties":{"caBundle":"y","service":"10","url":"s"}}
{"properties":{"expression":"s"}}
{"properties":{"expression":"s"}}
{"properties":{"expression":"s","name":"s"},"required":["expression","name"]}
{"properties":{"excludeResourceRules":"[31","matchPolicy":"s","namespaceSelector":"614","objectSelector":"614","resourceRules":"[31"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"29"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"28"}}
{"properties":{"matchResources":"25","paramRef":"33","policyName":"s"}}
{"properties":{"failurePolicy":"s","matchConditions":"[24","matchConstraints":"25","mutations":"[30","paramKind":"32","reinvocationPolicy":"s","variables":"[34"}}
{"properties":{"applyConfiguration":"22","jsonPatch":"23","patchType":"s"},"required":["patchType"]}
{"properties":{"apiGroups":"[s","apiVersions":"[s","operations":"[s","resourceNames":"[s","resources":"[s","scope":"s"}}
{"properties":{"apiVersion":"s","kind":"s"}}
{"properties":{"name":"s","namespace":"s","parameterNotFoundAction":"s","selector":"614"}}
{"properties":{"expression":"s","name":"s"},"required":["expression","name"]}
{"properties":{"expression":"s"}}
{"properties":{"expression":"s"}}
{"properties":{"expression":"s","name":"s"},"required":["expression","name"]}
{"properties":{"excludeResourceRules":"[44","matchPolicy":"s","namespaceSelector":"614","objectSelector":"614","resourceRules":"[44"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"42"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"41"}}
{"properties":{"matchResources":"38","paramRef":"46","policyName":"s"}}
{"properties":{"failurePolicy":"s","matchConditions":"[37","matchConstraints":"38","mutations":"[43","paramKind":"45","reinvocationPolicy":"s","variables":"[47"}}
{"properties":{"applyConfiguration":"35","jsonPatch":"36","patchType":"s"},"required":["patchType"]}
{"properties":{"apiGroups":"[s","apiVersions":"[s","operations":"[s","resourceNames":"[s","resources":"[s","scope":"s"}}
{"properties":{"apiVersion":"s","kind":"s"}}
{"properties":{"name":"s","namespace":"s","parameterNotFoundAction":"s","selector":"614"}}
{"properties":{"expression":"s","name":"s"},"required":["expression","name"]}
{"properties":{"apiServerID":"s","decodableVersions":"[s","encodingVersion":"s","servedVersions":"[s"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"o","status":"51"},"required":["spec","status"]}
{"properties":{"lastTransitionTime":"t","message":"s","observedGeneration":"l","reason":"s","status":"s","type":"s"},"required":["message","reason","status","type"]}
{"properties":{"commonEncodingVersion":"s","conditions":"[50","storageVersions":"[48"}}
{"properties":{"apiVersion":"s","data":"o","kind":"s","metadata":"617","revision":"l"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"55","status":"56"},"required":["spec"]}
{"properties":{"lastTransitionTime":"t","message":"s","reason":"s","status":"s","type":"s"},"required":["status","type"]}
{"properties":{"minReadySeconds":"676","revisionHistoryLimit":"676","selector":"614","template":"303","updateStrategy":"57"},"required":["selector","template"]}
{"properties":{"collisionCount":"i","conditions":"[54","currentNumberScheduled":"i","desiredNumberScheduled":"i","numberAvailable":"i","numberMisscheduled":"i","numberReady":"i","numberUnavailable":"i","observedGeneration":"l","updatedNumberScheduled":"i"},"required":["currentNumberScheduled","desiredNumberScheduled","numberMisscheduled","numberReady"]}
{"properties":{"rollingUpdate":"67","type":"677"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"60","status":"61"},"required":["spec"]}
{"properties":{"lastTransitionTime":"t","lastUpdateTime":"t","message":"s","reason":"s","status":"s","type":"s"},"required":["status","type"]}
{"properties":{"minReadySeconds":"676","paused":"b","progressDeadlineSeconds":"676","replicas":"676","revisionHistoryLimit":"676","selector":"614","strategy":"62","template":"303"},"required":["selector","template"]}
{"properties":{"availableReplicas":"i","collisionCount":"i","conditions":"[59","observedGeneration":"l","readyReplicas":"i","replicas":"i","terminatingReplicas":"i","unavailableReplicas":"i","updatedReplicas":"i"}}
{"properties":{"rollingUpdate":"68","type":"678"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"65","status":"66"},"required":["spec"]}
{"properties":{"lastTransitionTime":"t","message":"s","reason":"s","status":"s","type":"s"},"required":["status","type"]}
{"properties":{"minReadySeconds":"676","replicas":"676","selector":"614","template":"303"},"required":["selector","template"]}
{"properties":{"availableReplicas":"i","conditions":"[64","fullyLabeledReplicas":"i","observedGeneration":"l","readyReplicas":"i","replicas":"i","terminatingReplicas":"i"},"required":["replicas"]}
{"properties":{"maxSurge":"x","maxUnavailable":"x"}}
{"properties":{"maxSurge":"x","maxUnavailable":"x"}}
{"properties":{"maxUnavailable":"x","partition":"i"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"74","status":"75"},"required":["spec"]}
{"properties":{"lastTransitionTime":"t","message":"s","reason":"s","status":"s","type":"s"},"required":["status","type"]}
{"properties":{"start":"i"}}
{"properties":{"whenDeleted":"s","whenScaled":"s"}}
{"properties":{"minReadySeconds":"676","ordinals":"72","persistentVolumeClaimRetentionPolicy":"73","podManagementPolicy":"679","replicas":"676","revisionHistoryLimit":"676","selector":"614","serviceName":"s","template":"303","updateStrategy":"76","volumeClaimTemplates":"[275"},"required":["selector","template"]}
{"properties":{"availableReplicas":"i","collisionCount":"i","conditions":"[71","currentReplicas":"i","currentRevision":"s","observedGeneration":"l","readyReplicas":"i","replicas":"i","updateRevision":"s","updatedReplicas":"i"},"required":["replicas"]}
{"properties":{"rollingUpdate":"69","type":"677"}}
{"properties":{"apiVersion":"s","kind":"s","name":"s","uid":"s"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","status":"79"}}
{"properties":{"userInfo":"86"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"81","status":"82"},"required":["spec"]}
{"properties":{"audiences":"[s","boundObjectRef":"77","expirationSeconds":"l"},"required":["audiences"]}
{"properties":{"expirationTimestamp":"t","token":"s"},"required":["expirationTimestamp","token"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"84","status":"85"},"required":["spec"]}
{"properties":{"audiences":"[s","token":"s"}}
{"properties":{"audiences":"[s","authenticated":"b","error":"s","user":"86"}}
{"properties":{"extra":"{[s","groups":"[s","uid":"s","username":"s"}}
{"properties":{"rawSelector":"s","requirements":"[612"}}
{"properties":{"rawSelector":"s","requirements":"[615"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"99","status":"100"},"required":["spec"]}
{"properties":{"path":"s","verb":"s"}}
{"properties":{"nonResourceURLs":"[s","verbs":"[s"},"required":["verbs"]}
{"properties":{"fieldSelector":"87","group":"s","labelSelector":"88","name":"s","namespace":"s","resource":"s","subresource":"s","verb":"s","version":"s"}}
{"properties":{"apiGroups":"[s","resourceNames":"[s","resources":"[s","verbs":"[s"},"required":["verbs"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"95","status":"100"},"required":["spec"]}
{"properties":{"nonResourceAttributes":"90","resourceAttributes":"92"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"97","status":"101"},"required":["spec"]}
{"properties":{"namespace":"s"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"99","status":"100"},"required":["spec"]}
{"properties":{"extra":"{[s","groups":"[s","nonResourceAttributes":"90","resourceAttributes":"92","uid":"s","user":"s"}}
{"properties":{"allowed":"b","denied":"b","evaluationError":"s","reason":"s"},"required":["allowed"]}
{"properties":{"evaluationError":"s","incomplete":"b","nonResourceRules":"[91","resourceRules":"[93"},"required":["incomplete","nonResourceRules","resourceRules"]}
{"properties":{"apiVersion":"s","kind":"s","name":"s"},"required":["kind","name"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"104","status":"105"},"required":["spec"]}
{"properties":{"maxReplicas":"680","minReplicas":"676","scaleTargetRef":"102","targetCPUUtilizationPercentage":"i"},"required":["maxReplicas","scaleTargetRef"]}
{"properties":{"currentCPUUtilizationPercentage":"i","currentReplicas":"i","desiredReplicas":"i","lastScaleTime":"t","observedGeneration":"l"},"required":["currentReplicas","desiredReplicas"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"107","status":"108"}}
{"properties":{"replicas":"i"}}
{"properties":{"replicas":"i","selector":"s"},"required":["replicas"]}
{"properties":{"container":"s","name":"s","target":"124"},"required":["container","name","target"]}
{"properties":{"container":"s","current":"125","name":"s"},"required":["container","current","name"]}
{"properties":{"apiVersion":"s","kind":"s","name":"s"},"required":["kind","name"]}
{"properties":{"metric":"121","target":"124"},"required":["metric","target"]}
{"properties":{"current":"125","metric":"121"},"required":["current","metric"]}
{"properties":{"periodSeconds":"i","type":"681","value":"i"},"required":["periodSeconds","type","value"]}
{"properties":{"policies":"[114","selectPolicy":"682","stabilizationWindowSeconds":"i","tolerance":"q"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"119","status":"120"},"required":["spec"]}
{"properties":{"scaleDown":"115","scaleUp":"115"}}
{"properties":{"lastTransitionTime":"t","message":"s","reason":"s","status":"s","type":"s"},"required":["status","type"]}
{"properties":{"behavior":"117","maxReplicas":"680","metrics":"[122","minReplicas":"676","scaleTargetRef":"111"},"required":["maxReplicas","scaleTargetRef"]}
{"properties":{"conditions":"[118","currentMetrics":"[123","currentReplicas":"i","desiredReplicas":"i","lastScaleTime":"t","observedGeneration":"l"},"required":["desiredReplicas"]}
{"properties":{"name":"s","selector":"614"},"required":["name"]}
{"properties":{"containerResource":"109","external":"112","object":"126","pods":"128","resource":"130","type":"683"},"required":["type"]}
{"properties":{"containerResource":"110","external":"113","object":"127","pods":"129","resource":"131","type":"s"},"required":["type"]}
{"properties":{"averageUtilization":"i","averageValue":"q","type":"684","value":"q"},"required":["type"]}
{"properties":{"averageUtilization":"i","averageValue":"q","value":"q"}}
{"properties":{"describedObject":"111","metric":"121","target":"124"},"required":["describedObject","metric","target"]}
{"properties":{"current":"125","describedObject":"111","metric":"121"},"required":["current","describedObject","metric"]}
{"properties":{"metric":"121","target":"124"},"required":["metric","target"]}
{"properties":{"current":"125","metric":"121"},"required":["current","metric"]}
{"properties":{"name":"s","target":"124"},"required":["name","target"]}
{"properties":{"current":"125","name":"s"},"required":["current","name"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"133","status":"134"},"required":["spec"]}
{"properties":{"concurrencyPolicy":"685","failedJobsHistoryLimit":"676","jobTemplate":"139","schedule":"s","startingDeadlineSeconds":"686","successfulJobsHistoryLimit":"676","suspend":"b","timeZone":"s"},"required":["jobTemplate","schedule"]}
{"properties":{"active":"[273","lastScheduleTime":"t","lastSuccessfulTime":"t"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"137","status":"138"},"required":["spec"]}
{"properties":{"lastProbeTime":"t","lastTransitionTime":"t","message":"s","reason":"s","status":"s","type":"s"},"required":["status","type"]}
{"properties":{"activeDeadlineSeconds":"686","backoffLimit":"676","backoffLimitPerIndex":"i","completionMode":"687","completions":"676","managedBy":"s","manualSelector":"b","maxFailedIndexes":"i","parallelism":"676","podFailurePolicy":"140","podReplacementPolicy":"s","selector":"614","successPolicy":"144","suspend":"b","template":"303","ttlSecondsAfterFinished":"676"},"required":["template"]}
{"properties":{"active":"i","completedIndexes":"s","completionTime":"t","conditions":"[136","failed":"i","failedIndexes":"s","ready":"i","startTime":"t","succeeded":"i","terminating":"i","uncountedTerminatedPods":"146"}}
{"properties":{"metadata":"617","spec":"137"},"required":["spec"]}
{"properties":{"rules":"[143"},"required":["rules"]}
{"properties":{"containerName":"s","operator":"s","values":"[i"},"required":["operator","values"]}
{"properties":{"status":"s","type":"s"},"required":["type"]}
{"properties":{"action":"s","onExitCodes":"141","onPodConditions":"[142"},"required":["action"]}
{"properties":{"rules":"[145"},"required":["rules"]}
{"properties":{"succeededCount":"i","succeededIndexes":"s"}}
{"properties":{"failed":"[s","succeeded":"[s"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"149","status":"150"},"required":["spec"]}
{"properties":{"lastTransitionTime":"t","lastUpdateTime":"t","message":"s","reason":"s","status":"s","type":"s"},"required":["status","type"]}
{"properties":{"expirationSeconds":"i","extra":"{[s","groups":"[s","request":"y","signerName":"s","uid":"s","usages":"[s","username":"s"},"required":["request","signerName"]}
{"properties":{"certificate":"y","conditions":"[148"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"152"},"required":["spec"]}
{"properties":{"signerName":"s","trustBundle":"s"},"required":["trustBundle"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"154"},"required":["spec"]}
{"properties":{"signerName":"s","trustBundle":"s"},"required":["trustBundle"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"156","status":"157"},"required":["spec"]}
{"properties":{"maxExpirationSeconds":"i","nodeName":"s","nodeUID":"s","pkixPublicKey":"y","podName":"s","podUID":"s","proofOfPossession":"y","serviceAccountName":"s","serviceAccountUID":"s","signerName":"s","unverifiedUserAnnotations":"{s"},"required":["nodeName","nodeUID","pkixPublicKey","podName","podUID","proofOfPossession","serviceAccountName","serviceAccountUID","signerName"]}
{"properties":{"beginRefreshAt":"t","certificateChain":"s","conditions":"[610","notAfter":"t","notBefore":"t"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"159"}}
{"properties":{"acquireTime":"t","holderIdentity":"s","leaseDurationSeconds":"i","leaseTransitions":"i","preferredHolder":"s","renewTime":"t","strategy":"s"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"161"},"required":["spec"]}
{"properties":{"binaryVersion":"s","emulationVersion":"s","leaseName":"s","pingTime":"t","renewTime":"t","strategy":"s"},"required":["binaryVersion","leaseName","strategy"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"163"},"required":["spec"]}
{"properties":{"binaryVersion":"s","emulationVersion":"s","leaseName":"s","pingTime":"t","renewTime":"t","strategy":"s"},"required":["binaryVersion","leaseName","strategy"]}
{"properties":{"fsType":"s","partition":"i","readOnly":"b","volumeID":"s"},"required":["volumeID"]}
{"properties":{"nodeAffinity":"257","podAffinity":"285","podAntiAffinity":"287"}}
{"properties":{"localhostProfile":"s","type":"688"},"required":["type"]}
{"properties":{"devicePath":"s","name":"s"},"required":["devicePath","name"]}
{"properties":{"cachingMode":"s","diskName":"s","diskURI":"s","fsType":"s","kind":"s","readOnly":"b"},"required":["diskName","diskURI"]}
{"properties":{"readOnly":"b","secretName":"s","secretNamespace":"s","shareName":"s"},"required":["secretName","shareName"]}
{"properties":{"readOnly":"b","secretName":"s","shareName":"s"},"required":["secretName","shareName"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","target":"273"},"required":["target"]}
{"properties":{"controllerExpandSecretRef":"334","controllerPublishSecretRef":"334","driver":"s","fsType":"s","nodeExpandSecretRef":"334","nodePublishSecretRef":"334","nodeStageSecretRef":"334","readOnly":"b","volumeAttributes":"{s","volumeHandle":"s"},"required":["driver","volumeHandle"]}
{"properties":{"driver":"s","fsType":"s","nodePublishSecretRef":"247","readOnly":"b","volumeAttributes":"{s"},"required":["driver"]}
{"properties":{"add":"[s","drop":"[s"}}
{"properties":{"monitors":"[s","path":"s","readOnly":"b","secretFile":"s","secretRef":"334","user":"s"},"required":["monitors"]}
{"properties":{"monitors":"[s","path":"s","readOnly":"b","secretFile":"s","secretRef":"247","user":"s"},"required":["monitors"]}
{"properties":{"fsType":"s","readOnly":"b","secretRef":"334","volumeID":"s"},"required":["volumeID"]}
{"properties":{"fsType":"s","readOnly":"b","secretRef":"247","volumeID":"s"},"required":["volumeID"]}
{"properties":{"timeoutSeconds":"i"}}
{"properties":{"labelSelector":"614","name":"s","optional":"b","path":"s","signerName":"s"},"required":["path"]}
{"properties":{"error":"s","message":"s","status":"s","type":"s"},"required":["status","type"]}
{"properties":{"apiVersion":"s","conditions":"[181","kind":"s","metadata":"617"}}
{"properties":{"apiVersion":"s","binaryData":"{y","data":"{s","immutable":"b","kind":"s","metadata":"617"}}
{"properties":{"name":"s","optional":"b"}}
{"properties":{"key":"s","name":"s","optional":"b"},"required":["key"]}
{"properties":{"kubeletConfigKey":"s","name":"s","namespace":"s","resourceVersion":"s","uid":"s"},"required":["kubeletConfigKey","name","namespace"]}
{"properties":{"items":"[238","name":"s","optional":"b"}}
{"properties":{"defaultMode":"i","items":"[238","name":"s","optional":"b"}}
{"properties":{"args":"[s","command":"[s","env":"[212","envFrom":"[211","image":"s","imagePullPolicy":"689","lifecycle":"239","livenessProbe":"307","name":"s","ports":"[192","readinessProbe":"307","resizePolicy":"[193","resources":"322","restartPolicy":"690","restartPolicyRules":"[194","securityContext":"336","startupProbe":"307","stdin":"b","stdinOnce":"b","terminationMessagePath":"s","terminationMessagePolicy":"691","tty":"b","volumeDevices":"[357","volumeMounts":"[358","workingDir":"s"},"required":["name"]}
{"properties":{"containerName":"s","requestName":"s","resourceName":"s"},"required":["containerName","requestName","resourceName"]}
{"properties":{"names":"[s","sizeBytes":"l"}}
{"properties":{"containerPort":"i","hostIP":"s","hostPort":"i","name":"s","protocol":"692"},"required":["containerPort"]}
{"properties":{"resourceName":"s","restartPolicy":"s"},"required":["resourceName","restartPolicy"]}
{"properties":{"action":"s","exitCodes":"195"},"required":["action"]}
{"properties":{"operator":"s","values":"[i"},"required":["operator"]}
{"properties":{"running":"197","terminated":"198","waiting":"199"}}
{"properties":{"startedAt":"t"}}
{"properties":{"containerID":"s","exitCode":"i","finishedAt":"t","message":"s","reason":"s","signal":"i","startedAt":"t"},"required":["exitCode"]}
{"properties":{"message":"s","reason":"s"}}
{"properties":{"allocatedResources":"{q","allocatedResourcesStatus":"[323","containerID":"s","image":"s","imageID":"s","lastState":"196","name":"s","ready":"b","resources":"322","restartCount":"i","started":"b","state":"196","stopSignal":"s","user":"201","volumeMounts":"[359"},"required":["image","imageID","name","ready","restartCount"]}
{"properties":{"linux":"244"}}
{"properties":{"Port":"i"},"required":["Port"]}
{"properties":{"items":"[204"}}
{"properties":{"fieldRef":"272","mode":"i","path":"s","resourceFieldRef":"317"},"required":["path"]}
{"properties":{"defaultMode":"i","items":"[204"}}
{"properties":{"medium":"s","sizeLimit":"q"}}
{"properties":{"hostname":"s","ip":"s","nodeName":"s","targetRef":"273"},"required":["ip"]}
{"properties":{"appProtocol":"s","name":"s","port":"i","protocol":"692"},"required":["port"]}
{"properties":{"addresses":"[207","notReadyAddresses":"[207","ports":"[208"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","subsets":"[209"}}
{"properties":{"configMapRef":"184","prefix":"s","secretRef":"331"}}
{"properties":{"name":"s","value":"s","valueFrom":"213"},"required":["name"]}
{"properties":{"configMapKeyRef":"185","fieldRef":"272","fileKeyRef":"221","resourceFieldRef":"317","secretKeyRef":"332"}}
{"properties":{"args":"[s","command":"[s","env":"[212","envFrom":"[211","image":"s","imagePullPolicy":"689","lifecycle":"239","livenessProbe":"307","name":"s","ports":"[192","readinessProbe":"307","resizePolicy":"[193","resources":"322","restartPolicy":"s","restartPolicyRules":"[194","securityContext":"336","startupProbe":"307","stdin":"b","stdinOnce":"b","targetContainerName":"s","terminationMessagePath":"s","terminationMessagePolicy":"s","tty":"b","volumeDevices":"[357","volumeMounts":"[358","workingDir":"s"},"required":["name"]}
{"properties":{"volumeClaimTemplate":"279"}}
{"properties":{"action":"s","apiVersion":"s","count":"i","eventTime":"t","firstTimestamp":"t","involvedObject":"273","kind":"s","lastTimestamp":"t","message":"s","metadata":"617","reason":"s","related":"273","reportingComponent":"s","reportingInstance":"s","series":"217","source":"218","type":"s"}}
{"properties":{"count":"i","lastObservedTime":"t"}}
{"properties":{"component":"s","host":"s"}}
{"properties":{"command":"[s"}}
{"properties":{"fsType":"s","lun":"i","readOnly":"b","targetWWNs":"[s","wwids":"[s"}}
{"properties":{"key":"s","optional":"b","path":"s","volumeName":"s"},"required":["key","path","volumeName"]}
{"properties":{"driver":"s","fsType":"s","options":"{s","readOnly":"b","secretRef":"334"},"required":["driver"]}
{"properties":{"driver":"s","fsType":"s","options":"{s","readOnly":"b","secretRef":"247"},"required":["driver"]}
{"properties":{"datasetName":"s","datasetUUID":"s"}}
{"properties":{"fsType":"s","partition":"i","pdName":"s","readOnly":"b"},"required":["pdName"]}
{"properties":{"port":"693","service":"s"},"required":["port"]}
{"properties":{"directory":"s","repository":"s","revision":"s"},"required":["repository"]}
{"properties":{"endpoints":"s","endpointsNamespace":"s","path":"s","readOnly":"b"},"required":["endpoints","path"]}
{"properties":{"endpoints":"s","path":"s","readOnly":"b"},"required":["endpoints","path"]}
{"properties":{"host":"s","httpHeaders":"[231","path":"s","port":"x","scheme":"694"},"required":["port"]}
{"properties":{"name":"s","value":"s"},"required":["name"]}
{"properties":{"hostnames":"[s","ip":"s"},"required":["ip"]}
{"properties":{"ip":"s"},"required":["ip"]}
{"properties":{"path":"s","type":"695"},"required":["path"]}
{"properties":{"chapAuthDiscovery":"b","chapAuthSession":"b","fsType":"s","initiatorName":"s","iqn":"s","iscsiInterface":"s","lun":"i","portals":"[s","readOnly":"b","secretRef":"334","targetPortal":"s"},"required":["iqn","targetPortal"]}
{"properties":{"chapAuthDiscovery":"b","chapAuthSession":"b","fsType":"s","initiatorName":"s","iqn":"s","iscsiInterface":"s","lun":"i","portals":"[s","readOnly":"b","secretRef":"247","targetPortal":"s"},"required":["iqn","targetPortal"]}
{"properties":{"pullPolicy":"s","reference":"s"}}
{"properties":{"key":"s","mode":"i","path":"s"},"required":["key","path"]}
{"properties":{"postStart":"240","preStop":"240","stopSignal":"s"}}
{"properties":{"exec":"219","httpGet":"230","sleep":"344","tcpSocket":"348"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"243"}}
{"properties":{"default":"{q","defaultRequest":"{q","max":"{q","maxLimitRequestRatio":"{q","min":"{q","type":"s"},"required":["type"]}
{"properties":{"limits":"[242"}}
{"properties":{"gid":"l","supplementalGroups":"[l","uid":"l"},"required":["gid","uid"]}
{"properties":{"hostname":"s","ip":"s","ipMode":"s","ports":"[304"}}
{"properties":{"ingress":"[245"}}
{"properties":{"name":"s"}}
{"properties":{"fsType":"s","path":"s"},"required":["path"]}
{"properties":{"status":"s","targetVolumeAttributesClassName":"s"},"required":["status"]}
{"properties":{"path":"s","readOnly":"b","server":"s"},"required":["path","server"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"253","status":"254"}}
{"properties":{"lastTransitionTime":"t","message":"s","reason":"s","status":"s","type":"s"},"required":["status","type"]}
{"properties":{"finalizers":"[s"}}
{"properties":{"conditions":"[252","phase":"s"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"268","status":"269"}}
{"properties":{"address":"s","type":"s"},"required":["address","type"]}
{"properties":{"preferredDuringSchedulingIgnoredDuringExecution":"[306","requiredDuringSchedulingIgnoredDuringExecution":"265"}}
{"properties":{"lastHeartbeatTime":"t","lastTransitionTime":"t","message":"s","reason":"s","status":"s","type":"s"},"required":["status","type"]}
{"properties":{"configMap":"186"}}
{"properties":{"active":"259","assigned":"259","error":"s","lastKnownGood":"259"}}
{"properties":{"kubeletEndpoint":"202"},"required":["kubeletEndpoint"]}
{"properties":{"supplementalGroupsPolicy":"b"}}
{"properties":{"features":"264","name":"s"}}
{"properties":{"recursiveReadOnlyMounts":"b","userNamespaces":"b"}}
{"properties":{"nodeSelectorTerms":"[267"},"required":["nodeSelectorTerms"]}
{"properties":{"key":"s","operator":"696","values":"[s"},"required":["key","operator"]}
{"properties":{"matchExpressions":"[266","matchFields":"[266"}}
{"properties":{"configSource":"259","externalID":"s","podCIDR":"s","podCIDRs":"[s","providerID":"s","taints":"[349","unschedulable":"b"}}
{"properties":{"addresses":"[256","allocatable":"{q","capacity":"{q","conditions":"[258","config":"260","daemonEndpoints":"261","declaredFeatures":"[s","features":"262","images":"[191","nodeInfo":"271","phase":"s","runtimeHandlers":"[263","volumesAttached":"[167","volumesInUse":"[s"},"required":["daemonEndpoints","nodeInfo"]}
{"properties":{"capacity":"l"}}
{"properties":{"architecture":"s","bootID":"s","containerRuntimeVersion":"s","kernelVersion":"s","kubeProxyVersion":"s","kubeletVersion":"s","machineID":"s","operatingSystem":"s","osImage":"s","swap":"270","systemUUID":"s"},"required":["architecture","bootID","containerRuntimeVersion","kernelVersion","kubeProxyVersion","kubeletVersion","machineID","operatingSystem","osImage","systemUUID"]}
{"properties":{"apiVersion":"s","fieldPath":"s"},"required":["fieldPath"]}
{"properties":{"apiVersion":"s","fieldPath":"s","kind":"s","name":"s","namespace":"s","resourceVersion":"s","uid":"s"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"281","status":"282"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"277","status":"278"}}
{"properties":{"lastProbeTime":"t","lastTransitionTime":"t","message":"s","reason":"s","status":"s","type":"s"},"required":["status","type"]}
{"properties":{"accessModes":"[697","dataSource":"354","dataSourceRef":"355","resources":"362","selector":"614","storageClassName":"s","volumeAttributesClassName":"s","volumeMode":"698","volumeName":"s"}}
{"properties":{"accessModes":"[s","allocatedResourceStatuses":"{s","allocatedResources":"{q","capacity":"{q","conditions":"[276","currentVolumeAttributesClassName":"s","modifyVolumeStatus":"249","phase":"s"}}
{"properties":{"metadata":"617","spec":"277"},"required":["spec"]}
{"properties":{"claimName":"s","readOnly":"b"},"required":["claimName"]}
{"properties":{"accessModes":"[697","awsElasticBlockStore":"164","azureDisk":"168","azureFile":"169","capacity":"{q","cephfs":"175","cinder":"177","claimRef":"273","csi":"172","fc":"220","flexVolume":"222","flocker":"224","gcePersistentDisk":"225","glusterfs":"228","hostPath":"234","iscsi":"235","local":"248","mountOptions":"[s","nfs":"250","nodeAffinity":"360","persistentVolumeReclaimPolicy":"699","photonPersistentDisk":"283","portworxVolume":"305","quobyte":"309","rbd":"310","scaleIO":"325","storageClassName":"s","storageos":"345","volumeAttributesClassName":"s","volumeMode":"698","vsphereVolume":"363"}}
{"properties":{"lastPhaseTransitionTime":"t","message":"s","phase":"s","reason":"s"}}
{"properties":{"fsType":"s","pdID":"s"},"required":["pdID"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"300","status":"301"},"required":["spec"]}
{"properties":{"preferredDuringSchedulingIgnoredDuringExecution":"[364","requiredDuringSchedulingIgnoredDuringExecution":"[286"}}
{"properties":{"labelSelector":"614","matchLabelKeys":"[s","mismatchLabelKeys":"[s","namespaceSelector":"614","namespaces":"[s","topologyKey":"s"},"required":["topologyKey"]}
{"properties":{"preferredDuringSchedulingIgnoredDuringExecution":"[364","requiredDuringSchedulingIgnoredDuringExecution":"[286"}}
{"properties":{"certificateChainPath":"s","credentialBundlePath":"s","keyPath":"s","keyType":"s","maxExpirationSeconds":"i","signerName":"s","userAnnotations":"{s"},"required":["keyType","signerName"]}
{"properties":{"lastProbeTime":"t","lastTransitionTime":"t","message":"s","observedGeneration":"l","reason":"s","status":"s","type":"s"},"required":["status","type"]}
{"properties":{"nameservers":"[s","options":"[291","searches":"[s"}}
{"properties":{"name":"s","value":"s"}}
{"properties":{"requestMappings":"[190","resourceClaimName":"s"},"required":["requestMappings","resourceClaimName"]}
{"properties":{"ip":"s"},"required":["ip"]}
{"properties":{"name":"700"},"required":["name"]}
{"properties":{"conditionType":"s"},"required":["conditionType"]}
{"properties":{"name":"s","resourceClaimName":"s","resourceClaimTemplateName":"s"},"required":["name"]}
{"properties":{"name":"s","resourceClaimName":"s"},"required":["name"]}
{"properties":{"name":"s"},"required":["name"]}
{"properties":{"appArmorProfile":"166","fsGroup":"686","fsGroupChangePolicy":"701","runAsGroup":"686","runAsNonRoot":"b","runAsUser":"686","seLinuxChangePolicy":"s","seLinuxOptions":"324","seccompProfile":"329","supplementalGroups":"[l","supplementalGroupsPolicy":"s","sysctls":"[347","windowsOptions":"365"}}
{"properties":{"activeDeadlineSeconds":"702","affinity":"165","automountServiceAccountToken":"b","containers":"[189","dnsConfig":"290","dnsPolicy":"703","enableServiceLinks":"b","ephemeralContainers":"[214","hostAliases":"[232","hostIPC":"b","hostNetwork":"b","hostPID":"b","hostUsers":"b","hostname":"s","hostnameOverride":"s","imagePullSecrets":"[247","initContainers":"[189","nodeName":"s","nodeSelector":"{s","os":"294","overhead":"{q","preemptionPolicy":"704","priority":"i","priorityClassName":"s","readinessGates":"[295","resourceClaims":"[296","resources":"322","restartPolicy":"690","runtimeClassName":"s","schedulerName":"s","schedulingGates":"[298","securityContext":"299","serviceAccount":"s","serviceAccountName":"s","setHostnameAsFQDN":"b","shareProcessNamespace":"b","subdomain":"s","terminationGracePeriodSeconds":"l","tolerations":"[350","topologySpreadConstraints":"[353","volumes":"[356","workloadRef":"366"},"required":["containers"]}
{"properties":{"allocatedResources":"{q","conditions":"[289","containerStatuses":"[200","ephemeralContainerStatuses":"[200","extendedResourceClaimStatus":"292","hostIP":"s","hostIPs":"[233","initContainerStatuses":"[200","message":"s","nominatedNodeName":"s","observedGeneration":"l","phase":"s","podIP":"s","podIPs":"[293","qosClass":"s","reason":"s","resize":"s","resourceClaimStatuses":"[297","resources":"322","startTime":"t"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","template":"303"},"required":["template"]}
{"properties":{"metadata":"617","spec":"300"},"required":["spec"]}
{"properties":{"error":"s","port":"i","protocol":"s"},"required":["port","protocol"]}
{"properties":{"fsType":"s","readOnly":"b","volumeID":"s"},"required":["volumeID"]}
{"properties":{"preference":"267","weight":"705"},"required":["preference","weight"]}
{"properties":{"exec":"219","failureThreshold":"676","grpc":"226","httpGet":"230","initialDelaySeconds":"676","periodSeconds":"676","successThreshold":"676","tcpSocket":"348","terminationGracePeriodSeconds":"l","timeoutSeconds":"676"}}
{"properties":{"defaultMode":"i","sources":"[361"}}
{"properties":{"group":"s","readOnly":"b","registry":"s","tenant":"s","user":"s","volume":"s"},"required":["registry","volume"]}
{"properties":{"fsType":"s","image":"s","keyring":"s","monitors":"[s","pool":"s","readOnly":"b","secretRef":"334","user":"s"},"required":["image","monitors"]}
{"properties":{"fsType":"s","image":"s","keyring":"s","monitors":"[s","pool":"s","readOnly":"b","secretRef":"247","user":"s"},"required":["image","monitors"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"314","status":"315"}}
{"properties":{"lastTransitionTime":"t","message":"s","reason":"s","status":"s","type":"s"},"required":["status","type"]}
{"properties":{"minReadySeconds":"i","replicas":"676","selector":"{s","template":"303"}}
{"properties":{"availableReplicas":"i","conditions":"[313","fullyLabeledReplicas":"i","observedGeneration":"l","readyReplicas":"i","replicas":"i"},"required":["replicas"]}
{"properties":{"name":"s","request":"s"},"required":["name"]}
{"properties":{"containerName":"s","divisor":"q","resource":"s"},"required":["resource"]}
{"properties":{"health":"s","resourceID":"s"},"required":["resourceID"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"320","status":"321"}}
{"properties":{"hard":"{q","scopeSelector":"327","scopes":"[s"}}
{"properties":{"hard":"{q","used":"{q"}}
{"properties":{"claims":"[316","limits":"{q","requests":"{q"}}
{"properties":{"name":"s","resources":"[318"},"required":["name"]}
{"properties":{"level":"s","role":"s","type":"s","user":"s"}}
{"properties":{"fsType":"s","gateway":"s","protectionDomain":"s","readOnly":"b","secretRef":"334","sslEnabled":"b","storageMode":"s","storagePool":"s","system":"s","volumeName":"s"},"required":["gateway","secretRef","system"]}
{"properties":{"fsType":"s","gateway":"s","protectionDomain":"s","readOnly":"b","secretRef":"247","sslEnabled":"b","storageMode":"s","storagePool":"s","system":"s","volumeName":"s"},"required":["gateway","secretRef","system"]}
{"properties":{"matchExpressions":"[328"}}
{"properties":{"operator":"s","scopeName":"s","values":"[s"},"required":["operator","scopeName"]}
{"properties":{"localhostProfile":"s","type":"688"},"required":["type"]}
{"properties":{"apiVersion":"s","data":"{y","immutable":"b","kind":"s","metadata":"617","stringData":"{s","type":"s"}}
{"properties":{"name":"s","optional":"b"}}
{"properties":{"key":"s","name":"s","optional":"b"},"required":["key"]}
{"properties":{"items":"[238","name":"s","optional":"b"}}
{"properties":{"name":"s","namespace":"s"}}
{"properties":{"defaultMode":"i","items":"[238","optional":"b","secretName":"s"}}
{"properties":{"allowPrivilegeEscalation":"b","appArmorProfile":"166","capabilities":"174","privileged":"b","procMount":"706","readOnlyRootFilesystem":"b","runAsGroup":"686","runAsNonRoot":"b","runAsUser":"686","seLinuxOptions":"324","seccompProfile":"329","windowsOptions":"365"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"341","status":"342"}}
{"properties":{"apiVersion":"s","automountServiceAccountToken":"b","imagePullSecrets":"[247","kind":"s","metadata":"617","secrets":"[273"}}
{"properties":{"audience":"s","expirationSeconds":"l","path":"s"},"required":["path"]}
{"properties":{"appProtocol":"s","name":"s","nodePort":"i","port":"i","protocol":"692","targetPort":"x"},"required":["port"]}
{"properties":{"allocateLoadBalancerNodePorts":"b","clusterIP":"s","clusterIPs":"[s","externalIPs":"[s","externalName":"s","externalTrafficPolicy":"707","healthCheckNodePort":"i","internalTrafficPolicy":"707","ipFamilies":"[708","ipFamilyPolicy":"709","loadBalancerClass":"s","loadBalancerIP":"s","loadBalancerSourceRanges":"[s","ports":"[340","publishNotReadyAddresses":"b","selector":"{s","sessionAffinity":"710","sessionAffinityConfig":"343","trafficDistribution":"s","type":"711"}}
{"properties":{"conditions":"[610","loadBalancer":"246"}}
{"properties":{"clientIP":"179"}}
{"properties":{"seconds":"l"},"required":["seconds"]}
{"properties":{"fsType":"s","readOnly":"b","secretRef":"273","volumeName":"s","volumeNamespace":"s"}}
{"properties":{"fsType":"s","readOnly":"b","secretRef":"247","volumeName":"s","volumeNamespace":"s"}}
{"properties":{"name":"s","value":"s"},"required":["name"]}
{"properties":{"host":"s","port":"x"},"required":["port"]}
{"properties":{"effect":"712","key":"s","timeAdded":"t","value":"s"},"required":["effect","key"]}
{"properties":{"effect":"712","key":"s","operator":"713","tolerationSeconds":"l","value":"s"}}
{"properties":{"key":"s","values":"[s"},"required":["key","values"]}
{"properties":{"matchLabelExpressions":"[351"}}
{"properties":{"labelSelector":"614","matchLabelKeys":"[s","maxSkew":"680","minDomains":"i","nodeAffinityPolicy":"714","nodeTaintsPolicy":"714","topologyKey":"s","whenUnsatisfiable":"715"},"required":["maxSkew","topologyKey","whenUnsatisfiable"]}
{"properties":{"apiGroup":"s","kind":"s","name":"s"},"required":["kind","name"]}
{"properties":{"apiGroup":"s","kind":"s","name":"s","namespace":"s"},"required":["kind","name"]}
{"properties":{"awsElasticBlockStore":"164","azureDisk":"168","azureFile":"170","cephfs":"176","cinder":"178","configMap":"188","csi":"173","downwardAPI":"205","emptyDir":"206","ephemeral":"215","fc":"220","flexVolume":"223","flocker":"224","gcePersistentDisk":"225","gitRepo":"227","glusterfs":"229","hostPath":"234","image":"237","iscsi":"236","name":"s","nfs":"250","persistentVolumeClaim":"280","photonPersistentDisk":"283","portworxVolume":"305","projected":"308","quobyte":"309","rbd":"311","scaleIO":"326","secret":"335","storageos":"346","vsphereVolume":"363"},"required":["name"]}
{"properties":{"devicePath":"s","name":"s"},"required":["devicePath","name"]}
{"properties":{"mountPath":"s","mountPropagation":"716","name":"s","readOnly":"b","recursiveReadOnly":"s","subPath":"s","subPathExpr":"s"},"required":["mountPath","name"]}
{"properties":{"mountPath":"s","name":"s","readOnly":"b","recursiveReadOnly":"s"},"required":["mountPath","name"]}
{"properties":{"required":"265"}}
{"properties":{"clusterTrustBundle":"180","configMap":"187","downwardAPI":"203","podCertificate":"288","secret":"333","serviceAccountToken":"339"}}
{"properties":{"limits":"{q","requests":"{q"}}
{"properties":{"fsType":"s","storagePolicyID":"s","storagePolicyName":"s","volumePath":"s"},"required":["volumePath"]}
{"properties":{"podAffinityTerm":"286","weight":"705"},"required":["podAffinityTerm","weight"]}
{"properties":{"gmsaCredentialSpec":"s","gmsaCredentialSpecName":"s","hostProcess":"b","runAsUserName":"s"}}
{"properties":{"name":"s","podGroup":"s","podGroupReplicaKey":"s"},"required":["name","podGroup"]}
{"properties":{"addresses":"[s","conditions":"368","deprecatedTopology":"{s","hints":"369","hostname":"s","nodeName":"s","targetRef":"273","zone":"s"},"required":["addresses"]}
{"properties":{"ready":"b","serving":"b","terminating":"b"}}
{"properties":{"forNodes":"[372","forZones":"[373"}}
{"properties":{"appProtocol":"s","name":"s","port":"i","protocol":"692"}}
{"properties":{"addressType":"717","apiVersion":"s","endpoints":"[367","kind":"s","metadata":"617","ports":"[370"},"required":["addressType"]}
{"properties":{"name":"s"},"required":["name"]}
{"properties":{"name":"s"},"required":["name"]}
{"properties":{"action":"s","apiVersion":"s","deprecatedCount":"i","deprecatedFirstTimestamp":"t","deprecatedLastTimestamp":"t","deprecatedSource":"218","eventTime":"t","kind":"s","metadata":"617","note":"s","reason":"s","regarding":"273","related":"273","reportingController":"s","reportingInstance":"s","series":"375","type":"s"}}
{"properties":{"count":"i","lastObservedTime":"t"},"required":["count","lastObservedTime"]}
{"properties":{"lendablePercent":"i","nominalConcurrencyShares":"i"}}
{"properties":{"type":"s"},"required":["type"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"380","status":"381"},"required":["spec"]}
{"properties":{"lastTransitionTime":"t","message":"s","reason":"s","status":"s","type":"s"}}
{"properties":{"distinguisherMethod":"377","matchingPrecedence":"i","priorityLevelConfiguration":"389","rules":"[386"},"required":["priorityLevelConfiguration"]}
{"properties":{"conditions":"[379"}}
{"properties":{"name":"s"},"required":["name"]}
{"properties":{"queuing":"392","type":"s"},"required":["type"]}
{"properties":{"borrowingLimitPercent":"i","lendablePercent":"i","limitResponse":"383","nominalConcurrencyShares":"i"},"required":["limitResponse"]}
{"properties":{"nonResourceURLs":"[s","verbs":"[s"},"required":["nonResourceURLs","verbs"]}
{"properties":{"nonResourceRules":"[385","resourceRules":"[393","subjects":"[395"},"required":["subjects"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"390","status":"391"},"required":["spec"]}
{"properties":{"lastTransitionTime":"t","message":"s","reason":"s","status":"s","type":"s"}}
{"properties":{"name":"s"},"required":["name"]}
{"properties":{"exempt":"376","limited":"384","type":"s"},"required":["type"]}
{"properties":{"conditions":"[388"}}
{"properties":{"handSize":"i","queueLengthLimit":"i","queues":"i"}}
{"properties":{"apiGroups":"[s","clusterScope":"b","namespaces":"[s","resources":"[s","verbs":"[s"},"required":["apiGroups","resources","verbs"]}
{"properties":{"name":"s","namespace":"s"},"required":["name","namespace"]}
{"properties":{"group":"382","kind":"s","serviceAccount":"394","user":"396"},"required":["kind"]}
{"properties":{"name":"s"},"required":["name"]}
{"properties":{"backend":"403","path":"s","pathType":"718"},"required":["backend","pathType"]}
{"properties":{"paths":"[397"},"required":["paths"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"400"},"required":["spec"]}
{"properties":{"parentRef":"421"},"required":["parentRef"]}
{"properties":{"cidr":"s","except":"[s"},"required":["cidr"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"412","status":"413"}}
{"properties":{"resource":"354","service":"411"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"406"}}
{"properties":{"apiGroup":"s","kind":"s","name":"s","namespace":"s","scope":"719"},"required":["kind","name"]}
{"properties":{"controller":"s","parameters":"405"}}
{"properties":{"hostname":"s","ip":"s","ports":"[409"}}
{"properties":{"ingress":"[407"}}
{"properties":{"error":"s","port":"i","protocol":"s"},"required":["port","protocol"]}
{"properties":{"host":"s","http":"398"}}
{"properties":{"name":"s","port":"422"},"required":["name"]}
{"properties":{"defaultBackend":"403","ingressClassName":"s","rules":"[410","tls":"[414"}}
{"properties":{"loadBalancer":"408"}}
{"properties":{"hosts":"[s","secretName":"s"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"420"}}
{"properties":{"ports":"[419","to":"[418"}}
{"properties":{"from":"[418","ports":"[419"}}
{"properties":{"ipBlock":"401","namespaceSelector":"614","podSelector":"614"}}
{"properties":{"endPort":"i","port":"x","protocol":"692"}}
{"properties":{"egress":"[416","ingress":"[417","podSelector":"614","policyTypes":"[720"}}
{"properties":{"group":"s","name":"s","namespace":"s","resource":"s"},"required":["name","resource"]}
{"properties":{"name":"s","number":"i"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"424","status":"425"}}
{"properties":{"cidrs":"[s"}}
{"properties":{"conditions":"[610"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"427"},"required":["spec"]}
{"properties":{"parentRef":"428"},"required":["parentRef"]}
{"properties":{"group":"s","name":"s","namespace":"s","resource":"s"},"required":["name","resource"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"430","status":"431"}}
{"properties":{"cidrs":"[s"}}
{"properties":{"conditions":"[610"}}
{"properties":{"podFixed":"{q"}}
{"properties":{"apiVersion":"s","handler":"s","kind":"s","metadata":"617","overhead":"432","scheduling":"434"},"required":["handler"]}
{"properties":{"nodeSelector":"{s","tolerations":"[350"}}
{"properties":{"apiVersion":"s","deleteOptions":"611","kind":"s","metadata":"617"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"437","status":"438"}}
{"properties":{"maxUnavailable":"x","minAvailable":"x","selector":"614","unhealthyPodEvictionPolicy":"721"}}
{"properties":{"conditions":"[610","currentHealthy":"i","desiredHealthy":"i","disruptedPods":"{t","disruptionsAllowed":"i","expectedPods":"i","observedGeneration":"l"},"required":["currentHealthy","desiredHealthy","disruptionsAllowed","expectedPods"]}
{"properties":{"clusterRoleSelectors":"[614"}}
{"properties":{"aggregationRule":"439","apiVersion":"s","kind":"s","metadata":"617","rules":"[442"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","roleRef":"445","subjects":"[446"},"required":["roleRef"]}
{"properties":{"apiGroups":"[s","nonResourceURLs":"[s","resourceNames":"[s","resources":"[s","verbs":"[s"},"required":["verbs"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","rules":"[442"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","roleRef":"445","subjects":"[446"},"required":["roleRef"]}
{"properties":{"apiGroup":"s","kind":"s","name":"s"},"required":["kind","name"]}
{"properties":{"apiGroup":"s","kind":"s","name":"s","namespace":"s"},"required":["kind","name"]}
{"properties":{"conditions":"[610","data":"o","device":"s","driver":"s","networkData":"474","pool":"s","shareID":"s"},"required":["device","driver","pool"]}
{"properties":{"allocationTimestamp":"t","devices":"457","nodeSelector":"265"}}
{"properties":{"expression":"s"},"required":["expression"]}
{"properties":{"default":"q","validRange":"451","validValues":"[q"}}
{"properties":{"max":"q","min":"q","step":"q"},"required":["min"]}
{"properties":{"requests":"{q"}}
{"properties":{"value":"q"},"required":["value"]}
{"properties":{"counters":"{453","name":"s"},"required":["counters","name"]}
{"properties":{"allNodes":"b","allowMultipleAllocations":"b","attributes":"{458","bindingConditions":"[s","bindingFailureConditions":"[s","bindsToNode":"b","capacity":"{459","consumesCounters":"[466","name":"s","nodeName":"s","nodeSelector":"265","taints":"[471"},"required":["name"]}
{"properties":{"opaque":"475","requests":"[s","source":"s"},"required":["source"]}
{"properties":{"config":"[456","results":"[468"}}
{"properties":{"bool":"b","int":"l","string":"s","version":"s"}}
{"properties":{"requestPolicy":"450","value":"q"},"required":["value"]}
{"properties":{"config":"[461","constraints":"[465","requests":"[467"}}
{"properties":{"opaque":"475","requests":"[s"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"464"},"required":["spec"]}
{"properties":{"opaque":"475"}}
{"properties":{"config":"[463","extendedResourceName":"s","selectors":"[469"}}
{"properties":{"distinctAttribute":"s","matchAttribute":"s","requests":"[s"}}
{"properties":{"counterSet":"s","counters":"{453"},"required":["counterSet","counters"]}
{"properties":{"exactly":"473","firstAvailable":"[470","name":"s"},"required":["name"]}
{"properties":{"adminAccess":"b","bindingConditions":"[s","bindingFailureConditions":"[s","consumedCapacity":"{q","device":"s","driver":"s","pool":"s","request":"s","shareID":"s","tolerations":"[472"},"required":["device","driver","pool","request"]}
{"properties":{"cel":"449"}}
{"properties":{"allocationMode":"s","capacity":"452","count":"l","deviceClassName":"s","name":"s","selectors":"[469","tolerations":"[472"},"required":["deviceClassName","name"]}
{"properties":{"effect":"s","key":"s","timeAdded":"t","value":"s"},"required":["effect","key"]}
{"properties":{"effect":"s","key":"s","operator":"s","tolerationSeconds":"l","value":"s"}}
{"properties":{"adminAccess":"b","allocationMode":"s","capacity":"452","count":"l","deviceClassName":"s","selectors":"[469","tolerations":"[472"},"required":["deviceClassName"]}
{"properties":{"hardwareAddress":"s","interfaceName":"s","ips":"[s"}}
{"properties":{"driver":"s","parameters":"o"},"required":["driver","parameters"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"478","status":"479"},"required":["spec"]}
{"properties":{"apiGroup":"s","name":"s","resource":"s","uid":"s"},"required":["name","resource","uid"]}
{"properties":{"devices":"460"}}
{"properties":{"allocation":"448","devices":"[447","reservedFor":"[477"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"481"},"required":["spec"]}
{"properties":{"metadata":"617","spec":"478"},"required":["spec"]}
{"properties":{"generation":"l","name":"s","resourceSliceCount":"l"},"required":["generation","name","resourceSliceCount"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"484"},"required":["spec"]}
{"properties":{"allNodes":"b","devices":"[455","driver":"s","nodeName":"s","nodeSelector":"265","perDeviceNodeSelection":"b","pool":"482","sharedCounters":"[454"},"required":["driver","pool"]}
{"properties":{"effect":"s","key":"s","timeAdded":"t","value":"s"},"required":["effect","key"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"487","status":"488"},"required":["spec"]}
{"properties":{"deviceSelector":"489","taint":"485"},"required":["taint"]}
{"properties":{"conditions":"[610"}}
{"properties":{"device":"s","driver":"s","pool":"s"}}
{"properties":{"conditions":"[610","data":"o","device":"s","driver":"s","networkData":"517","pool":"s","shareID":"s"},"required":["device","driver","pool"]}
{"properties":{"allocationTimestamp":"t","devices":"501","nodeSelector":"265"}}
{"properties":{"allNodes":"b","allowMultipleAllocations":"b","attributes":"{502","bindingConditions":"[s","bindingFailureConditions":"[s","bindsToNode":"b","capacity":"{503","consumesCounters":"[510","nodeName":"s","nodeSelector":"265","taints":"[515"}}
{"properties":{"expression":"s"},"required":["expression"]}
{"properties":{"default":"q","validRange":"495","validValues":"[q"}}
{"properties":{"max":"q","min":"q","step":"q"},"required":["min"]}
{"properties":{"requests":"{q"}}
{"properties":{"value":"q"},"required":["value"]}
{"properties":{"counters":"{497","name":"s"},"required":["counters","name"]}
{"properties":{"basic":"492","name":"s"},"required":["name"]}
{"properties":{"opaque":"518","requests":"[s","source":"s"},"required":["source"]}
{"properties":{"config":"[500","results":"[512"}}
{"properties":{"bool":"b","int":"l","string":"s","version":"s"}}
{"properties":{"requestPolicy":"494","value":"q"},"required":["value"]}
{"properties":{"config":"[505","constraints":"[509","requests":"[511"}}
{"properties":{"opaque":"518","requests":"[s"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"508"},"required":["spec"]}
{"properties":{"opaque":"518"}}
{"properties":{"config":"[507","extendedResourceName":"s","selectors":"[513"}}
{"properties":{"distinctAttribute":"s","matchAttribute":"s","requests":"[s"}}
{"properties":{"counterSet":"s","counters":"{497"},"required":["counterSet","counters"]}
{"properties":{"adminAccess":"b","allocationMode":"s","capacity":"496","count":"l","deviceClassName":"s","firstAvailable":"[514","name":"s","selectors":"[513","tolerations":"[516"},"required":["name"]}
{"properties":{"adminAccess":"b","bindingConditions":"[s","bindingFailureConditions":"[s","consumedCapacity":"{q","device":"s","driver":"s","pool":"s","request":"s","shareID":"s","tolerations":"[516"},"required":["device","driver","pool","request"]}
{"properties":{"cel":"493"}}
{"properties":{"allocationMode":"s","capacity":"496","count":"l","deviceClassName":"s","name":"s","selectors":"[513","tolerations":"[516"},"required":["deviceClassName","name"]}
{"properties":{"effect":"s","key":"s","timeAdded":"t","value":"s"},"required":["effect","key"]}
{"properties":{"effect":"s","key":"s","operator":"s","tolerationSeconds":"l","value":"s"}}
{"properties":{"hardwareAddress":"s","interfaceName":"s","ips":"[s"}}
{"properties":{"driver":"s","parameters":"o"},"required":["driver","parameters"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"521","status":"522"},"required":["spec"]}
{"properties":{"apiGroup":"s","name":"s","resource":"s","uid":"s"},"required":["name","resource","uid"]}
{"properties":{"devices":"504"}}
{"properties":{"allocation":"491","devices":"[490","reservedFor":"[520"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"524"},"required":["spec"]}
{"properties":{"metadata":"617","spec":"521"},"required":["spec"]}
{"properties":{"generation":"l","name":"s","resourceSliceCount":"l"},"required":["generation","name","resourceSliceCount"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"527"},"required":["spec"]}
{"properties":{"allNodes":"b","devices":"[499","driver":"s","nodeName":"s","nodeSelector":"265","perDeviceNodeSelection":"b","pool":"525","sharedCounters":"[498"},"required":["driver","pool"]}
{"properties":{"conditions":"[610","data":"o","device":"s","driver":"s","networkData":"555","pool":"s","shareID":"s"},"required":["device","driver","pool"]}
{"properties":{"allocationTimestamp":"t","devices":"538","nodeSelector":"265"}}
{"properties":{"expression":"s"},"required":["expression"]}
{"properties":{"default":"q","validRange":"532","validValues":"[q"}}
{"properties":{"max":"q","min":"q","step":"q"},"required":["min"]}
{"properties":{"requests":"{q"}}
{"properties":{"value":"q"},"required":["value"]}
{"properties":{"counters":"{534","name":"s"},"required":["counters","name"]}
{"properties":{"allNodes":"b","allowMultipleAllocations":"b","attributes":"{539","bindingConditions":"[s","bindingFailureConditions":"[s","bindsToNode":"b","capacity":"{540","consumesCounters":"[547","name":"s","nodeName":"s","nodeSelector":"265","taints":"[552"},"required":["name"]}
{"properties":{"opaque":"556","requests":"[s","source":"s"},"required":["source"]}
{"properties":{"config":"[537","results":"[549"}}
{"properties":{"bool":"b","int":"l","string":"s","version":"s"}}
{"properties":{"requestPolicy":"531","value":"q"},"required":["value"]}
{"properties":{"config":"[542","constraints":"[546","requests":"[548"}}
{"properties":{"opaque":"556","requests":"[s"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"545"},"required":["spec"]}
{"properties":{"opaque":"556"}}
{"properties":{"config":"[544","extendedResourceName":"s","selectors":"[550"}}
{"properties":{"distinctAttribute":"s","matchAttribute":"s","requests":"[s"}}
{"properties":{"counterSet":"s","counters":"{534"},"required":["counterSet","counters"]}
{"properties":{"exactly":"554","firstAvailable":"[551","name":"s"},"required":["name"]}
{"properties":{"adminAccess":"b","bindingConditions":"[s","bindingFailureConditions":"[s","consumedCapacity":"{q","device":"s","driver":"s","pool":"s","request":"s","shareID":"s","tolerations":"[553"},"required":["device","driver","pool","request"]}
{"properties":{"cel":"530"}}
{"properties":{"allocationMode":"s","capacity":"533","count":"l","deviceClassName":"s","name":"s","selectors":"[550","tolerations":"[553"},"required":["deviceClassName","name"]}
{"properties":{"effect":"s","key":"s","timeAdded":"t","value":"s"},"required":["effect","key"]}
{"properties":{"effect":"s","key":"s","operator":"s","tolerationSeconds":"l","value":"s"}}
{"properties":{"adminAccess":"b","allocationMode":"s","capacity":"533","count":"l","deviceClassName":"s","selectors":"[550","tolerations":"[553"},"required":["deviceClassName"]}
{"properties":{"hardwareAddress":"s","interfaceName":"s","ips":"[s"}}
{"properties":{"driver":"s","parameters":"o"},"required":["driver","parameters"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"559","status":"560"},"required":["spec"]}
{"properties":{"apiGroup":"s","name":"s","resource":"s","uid":"s"},"required":["name","resource","uid"]}
{"properties":{"devices":"541"}}
{"properties":{"allocation":"529","devices":"[528","reservedFor":"[558"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"562"},"required":["spec"]}
{"properties":{"metadata":"617","spec":"559"},"required":["spec"]}
{"properties":{"generation":"l","name":"s","resourceSliceCount":"l"},"required":["generation","name","resourceSliceCount"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"565"},"required":["spec"]}
{"properties":{"allNodes":"b","devices":"[536","driver":"s","nodeName":"s","nodeSelector":"265","perDeviceNodeSelection":"b","pool":"563","sharedCounters":"[535"},"required":["driver","pool"]}
{"properties":{"apiVersion":"s","description":"s","globalDefault":"b","kind":"s","metadata":"617","preemptionPolicy":"s","value":"i"}}
{"properties":{"minCount":"i"},"required":["minCount"]}
{"properties":{"name":"s","policy":"569"},"required":["name","policy"]}
{"properties":{"basic":"o","gang":"567"}}
{"properties":{"apiGroup":"s","kind":"s","name":"s"},"required":["kind","name"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"572"},"required":["spec"]}
{"properties":{"controllerRef":"570","podGroups":"[568"},"required":["podGroups"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"574"},"required":["spec"]}
{"properties":{"attachRequired":"b","fsGroupPolicy":"s","nodeAllocatableUpdatePeriodSeconds":"l","podInfoOnMount":"b","requiresRepublish":"b","seLinuxMount":"b","serviceAccountTokenInSecrets":"b","storageCapacity":"b","tokenRequests":"[580","volumeLifecycleModes":"[s"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"577"},"required":["spec"]}
{"properties":{"allocatable":"587","name":"s","nodeID":"s","topologyKeys":"[s"},"required":["name","nodeID"]}
{"properties":{"drivers":"[576"}}
{"properties":{"apiVersion":"s","capacity":"q","kind":"s","maximumVolumeSize":"q","metadata":"617","nodeTopology":"614","storageClassName":"s"},"required":["storageClassName"]}
{"properties":{"allowVolumeExpansion":"b","allowedTopologies":"[352","apiVersion":"s","kind":"s","metadata":"617","mountOptions":"[s","parameters":"{s","provisioner":"s","reclaimPolicy":"722","volumeBindingMode":"723"},"required":["provisioner"]}
{"properties":{"audience":"s","expirationSeconds":"l"},"required":["audience"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"583","status":"584"},"required":["spec"]}
{"properties":{"inlineVolumeSpec":"281","persistentVolumeName":"s"}}
{"properties":{"attacher":"s","nodeName":"s","source":"582"},"required":["attacher","nodeName","source"]}
{"properties":{"attachError":"586","attached":"b","attachmentMetadata":"{s","detachError":"586"},"required":["attached"]}
{"properties":{"apiVersion":"s","driverName":"s","kind":"s","metadata":"617","parameters":"{s"},"required":["driverName"]}
{"properties":{"errorCode":"i","message":"s","time":"t"}}
{"properties":{"count":"i"}}
{"properties":{"apiVersion":"s","driverName":"s","kind":"s","metadata":"617","parameters":"{s"},"required":["driverName"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"590","status":"591"},"required":["spec"]}
{"properties":{"resource":"613"},"required":["resource"]}
{"properties":{"conditions":"[610","resourceVersion":"s"}}
{"properties":{"description":"s","format":"s","jsonPath":"s","name":"s","priority":"i","type":"s"},"required":["jsonPath","name","type"]}
{"properties":{"strategy":"s","webhook":"609"},"required":["strategy"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"597","status":"598"},"required":["spec"]}
{"properties":{"lastTransitionTime":"t","message":"s","observedGeneration":"l","reason":"s","status":"s","type":"s"},"required":["status","type"]}
{"properties":{"categories":"[s","kind":"s","listKind":"s","plural":"s","shortNames":"[s","singular":"s"},"required":["kind","plural"]}
{"properties":{"conversion":"593","group":"s","names":"596","preserveUnknownFields":"b","scope":"724","versions":"[599"},"required":["group","names","scope","versions"]}
{"properties":{"acceptedNames":"596","conditions":"[595","observedGeneration":"l","storedVersions":"[s"},"required":["acceptedNames"]}
{"properties":{"additionalPrinterColumns":"[592","deprecated":"b","deprecationWarning":"s","name":"s","schema":"602","selectableFields":"[605","served":"b","storage":"b","subresources":"601"},"required":["name"]}
{"properties":{"labelSelectorPath":"s","specReplicasPath":"s","statusReplicasPath":"s"},"required":["specReplicasPath","statusReplicasPath"]}
{"properties":{"scale":"600","status":"o"}}
{"properties":{"openAPIV3Schema":"604"}}
{"properties":{"description":"s","url":"s"}}
{"properties":{"$ref":"s","$schema":"s","additionalItems":"*","additionalProperties":"*","allOf":"[604","anyOf":"[604","default":"*","definitions":"{604","dependencies":"{*","description":"s","enum":"[*","example":"*","exclusiveMaximum":"b","exclusiveMinimum":"b","externalDocs":"603","format":"s","id":"s","items":"*","maxItems":"l","maxLength":"l","maxProperties":"l","maximum":"n","minItems":"l","minLength":"l","minProperties":"l","minimum":"n","multipleOf":"n","not":"604","nullable":"b","oneOf":"[604","pattern":"s","patternProperties":"{604","properties":"{604","required":"[s","title":"s","type":"s","uniqueItems":"b","x-kubernetes-embedded-resource":"b","x-kubernetes-int-or-string":"b","x-kubernetes-list-map-keys":"[s","x-kubernetes-list-type":"s","x-kubernetes-map-type":"s","x-kubernetes-preserve-unknown-fields":"b","x-kubernetes-validations":"[607"}}
{"properties":{"jsonPath":"s"},"required":["jsonPath"]}
{"properties":{"name":"s","namespace":"s","path":"s","port":"i"},"required":["name","namespace"]}
{"properties":{"fieldPath":"s","message":"s","messageExpression":"s","optionalOldSelf":"b","reason":"s","rule":"s"},"required":["rule"]}
{"properties":{"caBundle":"y","service":"606","url":"s"}}
{"properties":{"clientConfig":"608","conversionReviewVersions":"[s"},"required":["conversionReviewVersions"]}
{"properties":{"lastTransitionTime":"t","message":"s","observedGeneration":"l","reason":"s","status":"s","type":"s"},"required":["lastTransitionTime","message","reason","status","type"]}
{"properties":{"apiVersion":"s","dryRun":"[s","gracePeriodSeconds":"l","ignoreStoreReadErrorWithClusterBreakingPotential":"b","kind":"s","orphanDependents":"b","preconditions":"619","propagationPolicy":"s"}}
{"properties":{"key":"s","operator":"s","values":"[s"},"required":["key","operator"]}
{"properties":{"group":"s","resource":"s"},"required":["group","resource"]}
{"properties":{"matchExpressions":"[615","matchLabels":"{s"}}
{"properties":{"key":"s","operator":"725","values":"[s"},"required":["key","operator"]}
{"properties":{"apiVersion":"s","fieldsType":"s","fieldsV1":"o","manager":"s","operation":"s","subresource":"s","time":"t"}}
{"properties":{"annotations":"{s","creationTimestamp":"t","deletionGracePeriodSeconds":"l","deletionTimestamp":"t","finalizers":"[s","generateName":"s","generation":"l","labels":"{s","managedFields":"[616","name":"s","namespace":"s","ownerReferences":"[618","resourceVersion":"s","selfLink":"s","uid":"s"}}
{"properties":{"apiVersion":"s","blockOwnerDeletion":"b","controller":"b","kind":"s","name":"s","uid":"s"},"required":["apiVersion","kind","name","uid"]}
{"properties":{"resourceVersion":"s","uid":"s"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"622","status":"623"},"required":["spec"]}
{"properties":{"lastTransitionTime":"t","message":"s","reason":"s","status":"s","type":"s"},"required":["status","type"]}
{"properties":{"caBundle":"y","group":"s","groupPriorityMinimum":"i","insecureSkipTLSVerify":"b","service":"624","version":"s","versionPriority":"i"},"required":["groupPriorityMinimum","versionPriority"]}
{"properties":{"conditions":"[621"}}
{"properties":{"name":"s","namespace":"s","port":"i"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"626","status":"627"},"required":["spec"]}
{"properties":{"maxExpirationSeconds":"i","nodeName":"s","nodeUID":"s","pkixPublicKey":"y","podName":"s","podUID":"s","proofOfPossession":"y","serviceAccountName":"s","serviceAccountUID":"s","signerName":"s"},"required":["nodeName","nodeUID","pkixPublicKey","podName","podUID","proofOfPossession","serviceAccountName","serviceAccountUID","signerName"]}
{"properties":{"beginRefreshAt":"t","certificateChain":"s","conditions":"[610","notAfter":"t","notBefore":"t"}}
{"properties":{"expression":"s"},"required":["expression"]}
{"properties":{"cel":"628"}}
{"properties":{"apiVersion":"s","driverName":"s","kind":"s","metadata":"617","parameters":"{s"},"required":["driverName"]}
{"properties":{"group":"s","resource":"s","version":"s"}}
{"properties":{"lastUpdateTime":"t","message":"s","reason":"s","status":"s","type":"s"},"required":["status","type"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"634","status":"635"},"required":["spec"]}
{"properties":{"continueToken":"s","resource":"631"},"required":["resource"]}
{"properties":{"conditions":"[632","resourceVersion":"s"}}
{"properties":{"key":"s","valueExpression":"s"},"required":["key","valueExpression"]}
{"properties":{"fieldRef":"s","warning":"s"},"required":["fieldRef","warning"]}
{"properties":{"expressionWarnings":"[637"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"642","status":"643"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"641"}}
{"properties":{"matchResources":"38","paramRef":"46","policyName":"s","validationActions":"[s"}}
{"properties":{"auditAnnotations":"[636","failurePolicy":"s","matchConditions":"[37","matchConstraints":"38","paramKind":"45","validations":"[644","variables":"[47"}}
{"properties":{"conditions":"[610","observedGeneration":"l","typeChecking":"638"}}
{"properties":{"expression":"s","message":"s","messageExpression":"s","reason":"s"},"required":["expression"]}
{"properties":{"conditions":"[610","data":"o","device":"s","driver":"s","networkData":"665","pool":"s"},"required":["device","driver","pool"]}
{"properties":{"devices":"652","nodeSelector":"265"}}
{"properties":{"allNodes":"b","attributes":"{653","capacity":"{q","consumesCounters":"[660","nodeName":"s","nodeSelector":"265","taints":"[485"}}
{"properties":{"value":"q"},"required":["value"]}
{"properties":{"counters":"{648","name":"s"},"required":["counters","name"]}
{"properties":{"basic":"647","name":"s"},"required":["name"]}
{"properties":{"opaque":"666","requests":"[s","source":"s"},"required":["source"]}
{"properties":{"config":"[651","results":"[662"}}
{"properties":{"bool":"b","int":"l","string":"s","version":"s"}}
{"properties":{"config":"[655","constraints":"[659","requests":"[661"}}
{"properties":{"opaque":"666","requests":"[s"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"658"},"required":["spec"]}
{"properties":{"opaque":"666"}}
{"properties":{"config":"[657","selectors":"[629"}}
{"properties":{"matchAttribute":"s","requests":"[s"}}
{"properties":{"counterSet":"s","counters":"{648"},"required":["counterSet","counters"]}
{"properties":{"adminAccess":"b","allocationMode":"s","count":"l","deviceClassName":"s","firstAvailable":"[663","name":"s","selectors":"[629","tolerations":"[664"},"required":["name"]}
{"properties":{"adminAccess":"b","device":"s","driver":"s","pool":"s","request":"s","tolerations":"[664"},"required":["device","driver","pool","request"]}
{"properties":{"allocationMode":"s","count":"l","deviceClassName":"s","name":"s","selectors":"[629","tolerations":"[664"},"required":["deviceClassName","name"]}
{"properties":{"effect":"s","key":"s","operator":"s","tolerationSeconds":"l","value":"s"}}
{"properties":{"hardwareAddress":"s","interfaceName":"s","ips":"[s"}}
{"properties":{"driver":"s","parameters":"o"},"required":["driver","parameters"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"669","status":"670"},"required":["spec"]}
{"properties":{"apiGroup":"s","name":"s","resource":"s","uid":"s"},"required":["name","resource","uid"]}
{"properties":{"devices":"654"}}
{"properties":{"allocation":"646","devices":"[645","reservedFor":"[668"}}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"672"},"required":["spec"]}
{"properties":{"metadata":"617","spec":"669"},"required":["spec"]}
{"properties":{"generation":"l","name":"s","resourceSliceCount":"l"},"required":["generation","name","resourceSliceCount"]}
{"properties":{"apiVersion":"s","kind":"s","metadata":"617","spec":"675"},"required":["spec"]}
{"properties":{"allNodes":"b","devices":"[650","driver":"s","nodeName":"s","nodeSelector":"265","perDeviceNodeSelection":"b","pool":"673","sharedCounters":"[649"},"required":["driver","pool"]}
{"type":"integer","format":"int32","minimum":0}
{"type":"string","enum":["","OnDelete","RollingUpdate"]}
{"type":"string","enum":["","Recreate","RollingUpdate"]}
{"type":"string","enum":["","OrderedReady","Parallel"]}
{"type":"integer","format":"int32","minimum":1}
{"type":"string","enum":["","Percent","Pods"]}
{"type":"string","enum":["","Disabled","Max","Min"]}
{"type":"string","enum":["","ContainerResource","External","Object","Pods","Resource"]}
{"type":"string","enum":["","AverageValue","Utilization","Value"]}
{"type":"string","enum":["","Allow","Forbid","Replace"]}
{"type":"integer","format":"int64","minimum":0}
{"type":"string","enum":["","Indexed","NonIndexed"]}
{"type":"string","enum":["","Localhost","RuntimeDefault","Unconfined"]}
{"type":"string","enum":["","Always","IfNotPresent","Never"]}
{"type":"string","enum":["","Always","Never","OnFailure"]}
{"type":"string","enum":["","FallbackToLogsOnError","File"]}
{"type":"string","enum":["","SCTP","TCP","UDP"]}
{"type":"integer","format":"int32","minimum":1,"maximum":65535}
{"type":"string","enum":["","HTTP","HTTPS"]}
{"type":"string","enum":["","BlockDevice","CharDevice","Directory","DirectoryOrCreate","File","FileOrCreate","Socket"]}
{"type":"string","enum":["","DoesNotExist","Exists","Gt","In","Lt","NotIn"]}
{"type":"string","enum":["ReadOnlyMany","ReadWriteMany","ReadWriteOnce","ReadWriteOncePod"]}
{"type":"string","enum":["","Block","Filesystem"]}
{"type":"string","enum":["","Delete","Recycle","Retain"]}
{"type":"string","enum":["","linux","windows"]}
{"type":"string","enum":["","Always","OnRootMismatch"]}
{"type":"integer","format":"int64","minimum":1}
{"type":"string","enum":["","ClusterFirst","ClusterFirstWithHostNet","Default","None"]}
{"type":"string","enum":["","Never","PreemptLowerPriority"]}
{"type":"integer","format":"int32","minimum":1,"maximum":100}
{"type":"string","enum":["","Default","Unmasked"]}
{"type":"string","enum":["","Cluster","Local"]}
{"type":"string","enum":["IPv4","IPv6"]}
{"type":"string","enum":["","PreferDualStack","RequireDualStack","SingleStack"]}
{"type":"string","enum":["","ClientIP","None"]}
{"type":"string","enum":["","ClusterIP","ExternalName","LoadBalancer","NodePort"]}
{"type":"string","enum":["","NoExecute","NoSchedule","PreferNoSchedule"]}
{"type":"string","enum":["","Equal","Exists","Gt","Lt"]}
{"type":"string","enum":["","Honor","Ignore"]}
{"type":"string","enum":["","DoNotSchedule","ScheduleAnyway"]}
{"type":"string","enum":["","Bidirectional","HostToContainer","None"]}
{"type":"string","enum":["","FQDN","IPv4","IPv6"]}
{"type":"string","enum":["","Exact","ImplementationSpecific","Prefix"]}
{"type":"string","enum":["","Cluster","Namespace"]}
{"type":"string","enum":["Egress","Ingress"]}
{"type":"string","enum":["","AlwaysAllow","IfHealthyBudget"]}
{"type":"string","enum":["","Delete","Retain"]}
{"type":"string","enum":["","Immediate","WaitForFirstConsumer"]}
{"type":"string","enum":["","Cluster","Namespaced"]}
{"type":"string","enum":["","DoesNotExist","Exists","In","NotIn"]}`,
  older: {
    '1.34': `{"kinds":{"certificates.k8s.io/v1beta1 PodCertificateRequest":"","scheduling.k8s.io/v1alpha1 Workload":"","storagemigration.k8s.io/v1beta1 StorageVersionMigration":"","certificates.k8s.io/v1alpha1 PodCertificateRequest":"625","storage.k8s.io/v1alpha1 VolumeAttributesClass":"630","storagemigration.k8s.io/v1alpha1 StorageVersionMigration":"633"},"lines":{"142":"{\\"properties\\":{\\"status\\":\\"s\\",\\"type\\":\\"s\\"},\\"required\\":[\\"status\\",\\"type\\"]}","269":"{\\"properties\\":{\\"addresses\\":\\"[256\\",\\"allocatable\\":\\"{q\\",\\"capacity\\":\\"{q\\",\\"conditions\\":\\"[258\\",\\"config\\":\\"260\\",\\"daemonEndpoints\\":\\"261\\",\\"features\\":\\"262\\",\\"images\\":\\"[191\\",\\"nodeInfo\\":\\"271\\",\\"phase\\":\\"s\\",\\"runtimeHandlers\\":\\"[263\\",\\"volumesAttached\\":\\"[167\\",\\"volumesInUse\\":\\"[s\\"},\\"required\\":[\\"daemonEndpoints\\",\\"nodeInfo\\"]}","288":"{\\"properties\\":{\\"certificateChainPath\\":\\"s\\",\\"credentialBundlePath\\":\\"s\\",\\"keyPath\\":\\"s\\",\\"keyType\\":\\"s\\",\\"maxExpirationSeconds\\":\\"i\\",\\"signerName\\":\\"s\\"},\\"required\\":[\\"keyType\\",\\"signerName\\"]}","300":"{\\"properties\\":{\\"activeDeadlineSeconds\\":\\"702\\",\\"affinity\\":\\"165\\",\\"automountServiceAccountToken\\":\\"b\\",\\"containers\\":\\"[189\\",\\"dnsConfig\\":\\"290\\",\\"dnsPolicy\\":\\"703\\",\\"enableServiceLinks\\":\\"b\\",\\"ephemeralContainers\\":\\"[214\\",\\"hostAliases\\":\\"[232\\",\\"hostIPC\\":\\"b\\",\\"hostNetwork\\":\\"b\\",\\"hostPID\\":\\"b\\",\\"hostUsers\\":\\"b\\",\\"hostname\\":\\"s\\",\\"hostnameOverride\\":\\"s\\",\\"imagePullSecrets\\":\\"[247\\",\\"initContainers\\":\\"[189\\",\\"nodeName\\":\\"s\\",\\"nodeSelector\\":\\"{s\\",\\"os\\":\\"294\\",\\"overhead\\":\\"{q\\",\\"preemptionPolicy\\":\\"704\\",\\"priority\\":\\"i\\",\\"priorityClassName\\":\\"s\\",\\"readinessGates\\":\\"[295\\",\\"resourceClaims\\":\\"[296\\",\\"resources\\":\\"322\\",\\"restartPolicy\\":\\"690\\",\\"runtimeClassName\\":\\"s\\",\\"schedulerName\\":\\"s\\",\\"schedulingGates\\":\\"[298\\",\\"securityContext\\":\\"299\\",\\"serviceAccount\\":\\"s\\",\\"serviceAccountName\\":\\"s\\",\\"setHostnameAsFQDN\\":\\"b\\",\\"shareProcessNamespace\\":\\"b\\",\\"subdomain\\":\\"s\\",\\"terminationGracePeriodSeconds\\":\\"l\\",\\"tolerations\\":\\"[350\\",\\"topologySpreadConstraints\\":\\"[353\\",\\"volumes\\":\\"[356\\"},\\"required\\":[\\"containers\\"]}","301":"{\\"properties\\":{\\"conditions\\":\\"[289\\",\\"containerStatuses\\":\\"[200\\",\\"ephemeralContainerStatuses\\":\\"[200\\",\\"extendedResourceClaimStatus\\":\\"292\\",\\"hostIP\\":\\"s\\",\\"hostIPs\\":\\"[233\\",\\"initContainerStatuses\\":\\"[200\\",\\"message\\":\\"s\\",\\"nominatedNodeName\\":\\"s\\",\\"observedGeneration\\":\\"l\\",\\"phase\\":\\"s\\",\\"podIP\\":\\"s\\",\\"podIPs\\":\\"[293\\",\\"qosClass\\":\\"s\\",\\"reason\\":\\"s\\",\\"resize\\":\\"s\\",\\"resourceClaimStatuses\\":\\"[297\\",\\"startTime\\":\\"t\\"}}","486":"{\\"properties\\":{\\"apiVersion\\":\\"s\\",\\"kind\\":\\"s\\",\\"metadata\\":\\"617\\",\\"spec\\":\\"487\\"},\\"required\\":[\\"spec\\"]}","489":"{\\"properties\\":{\\"device\\":\\"s\\",\\"deviceClassName\\":\\"s\\",\\"driver\\":\\"s\\",\\"pool\\":\\"s\\",\\"selectors\\":\\"[629\\"}}","574":"{\\"properties\\":{\\"attachRequired\\":\\"b\\",\\"fsGroupPolicy\\":\\"s\\",\\"nodeAllocatableUpdatePeriodSeconds\\":\\"l\\",\\"podInfoOnMount\\":\\"b\\",\\"requiresRepublish\\":\\"b\\",\\"seLinuxMount\\":\\"b\\",\\"storageCapacity\\":\\"b\\",\\"tokenRequests\\":\\"[580\\",\\"volumeLifecycleModes\\":\\"[s\\"}}","595":"{\\"properties\\":{\\"lastTransitionTime\\":\\"t\\",\\"message\\":\\"s\\",\\"reason\\":\\"s\\",\\"status\\":\\"s\\",\\"type\\":\\"s\\"},\\"required\\":[\\"status\\",\\"type\\"]}","598":"{\\"properties\\":{\\"acceptedNames\\":\\"596\\",\\"conditions\\":\\"[595\\",\\"storedVersions\\":\\"[s\\"},\\"required\\":[\\"acceptedNames\\"]}"}}`,
    '1.33': `{"kinds":{"admissionregistration.k8s.io/v1beta1 MutatingAdmissionPolicy":"","admissionregistration.k8s.io/v1beta1 MutatingAdmissionPolicyBinding":"","certificates.k8s.io/v1beta1 PodCertificateRequest":"","resource.k8s.io/v1 DeviceClass":"","resource.k8s.io/v1 ResourceClaim":"","resource.k8s.io/v1 ResourceClaimTemplate":"","resource.k8s.io/v1 ResourceSlice":"","scheduling.k8s.io/v1alpha1 Workload":"","storage.k8s.io/v1 VolumeAttributesClass":"","storagemigration.k8s.io/v1beta1 StorageVersionMigration":"","admissionregistration.k8s.io/v1beta1 ValidatingAdmissionPolicy":"639","admissionregistration.k8s.io/v1beta1 ValidatingAdmissionPolicyBinding":"640","resource.k8s.io/v1alpha3 DeviceClass":"656","resource.k8s.io/v1alpha3 ResourceClaim":"667","resource.k8s.io/v1alpha3 ResourceClaimTemplate":"671","resource.k8s.io/v1alpha3 ResourceSlice":"674","storage.k8s.io/v1alpha1 VolumeAttributesClass":"630","storagemigration.k8s.io/v1alpha1 StorageVersionMigration":"633"},"lines":{"142":"{\\"properties\\":{\\"status\\":\\"s\\",\\"type\\":\\"s\\"},\\"required\\":[\\"status\\",\\"type\\"]}","189":"{\\"properties\\":{\\"args\\":\\"[s\\",\\"command\\":\\"[s\\",\\"env\\":\\"[212\\",\\"envFrom\\":\\"[211\\",\\"image\\":\\"s\\",\\"imagePullPolicy\\":\\"689\\",\\"lifecycle\\":\\"239\\",\\"livenessProbe\\":\\"307\\",\\"name\\":\\"s\\",\\"ports\\":\\"[192\\",\\"readinessProbe\\":\\"307\\",\\"resizePolicy\\":\\"[193\\",\\"resources\\":\\"322\\",\\"restartPolicy\\":\\"690\\",\\"securityContext\\":\\"336\\",\\"startupProbe\\":\\"307\\",\\"stdin\\":\\"b\\",\\"stdinOnce\\":\\"b\\",\\"terminationMessagePath\\":\\"s\\",\\"terminationMessagePolicy\\":\\"691\\",\\"tty\\":\\"b\\",\\"volumeDevices\\":\\"[357\\",\\"volumeMounts\\":\\"[358\\",\\"workingDir\\":\\"s\\"},\\"required\\":[\\"name\\"]}","213":"{\\"properties\\":{\\"configMapKeyRef\\":\\"185\\",\\"fieldRef\\":\\"272\\",\\"resourceFieldRef\\":\\"317\\",\\"secretKeyRef\\":\\"332\\"}}","214":"{\\"properties\\":{\\"args\\":\\"[s\\",\\"command\\":\\"[s\\",\\"env\\":\\"[212\\",\\"envFrom\\":\\"[211\\",\\"image\\":\\"s\\",\\"imagePullPolicy\\":\\"689\\",\\"lifecycle\\":\\"239\\",\\"livenessProbe\\":\\"307\\",\\"name\\":\\"s\\",\\"ports\\":\\"[192\\",\\"readinessProbe\\":\\"307\\",\\"resizePolicy\\":\\"[193\\",\\"resources\\":\\"322\\",\\"restartPolicy\\":\\"s\\",\\"securityContext\\":\\"336\\",\\"startupProbe\\":\\"307\\",\\"stdin\\":\\"b\\",\\"stdinOnce\\":\\"b\\",\\"targetContainerName\\":\\"s\\",\\"terminationMessagePath\\":\\"s\\",\\"terminationMessagePolicy\\":\\"s\\",\\"tty\\":\\"b\\",\\"volumeDevices\\":\\"[357\\",\\"volumeMounts\\":\\"[358\\",\\"workingDir\\":\\"s\\"},\\"required\\":[\\"name\\"]}","269":"{\\"properties\\":{\\"addresses\\":\\"[256\\",\\"allocatable\\":\\"{q\\",\\"capacity\\":\\"{q\\",\\"conditions\\":\\"[258\\",\\"config\\":\\"260\\",\\"daemonEndpoints\\":\\"261\\",\\"features\\":\\"262\\",\\"images\\":\\"[191\\",\\"nodeInfo\\":\\"271\\",\\"phase\\":\\"s\\",\\"runtimeHandlers\\":\\"[263\\",\\"volumesAttached\\":\\"[167\\",\\"volumesInUse\\":\\"[s\\"},\\"required\\":[\\"daemonEndpoints\\",\\"nodeInfo\\"]}","300":"{\\"properties\\":{\\"activeDeadlineSeconds\\":\\"702\\",\\"affinity\\":\\"165\\",\\"automountServiceAccountToken\\":\\"b\\",\\"containers\\":\\"[189\\",\\"dnsConfig\\":\\"290\\",\\"dnsPolicy\\":\\"703\\",\\"enableServiceLinks\\":\\"b\\",\\"ephemeralContainers\\":\\"[214\\",\\"hostAliases\\":\\"[232\\",\\"hostIPC\\":\\"b\\",\\"hostNetwork\\":\\"b\\",\\"hostPID\\":\\"b\\",\\"hostUsers\\":\\"b\\",\\"hostname\\":\\"s\\",\\"imagePullSecrets\\":\\"[247\\",\\"initContainers\\":\\"[189\\",\\"nodeName\\":\\"s\\",\\"nodeSelector\\":\\"{s\\",\\"os\\":\\"294\\",\\"overhead\\":\\"{q\\",\\"preemptionPolicy\\":\\"704\\",\\"priority\\":\\"i\\",\\"priorityClassName\\":\\"s\\",\\"readinessGates\\":\\"[295\\",\\"resourceClaims\\":\\"[296\\",\\"resources\\":\\"322\\",\\"restartPolicy\\":\\"690\\",\\"runtimeClassName\\":\\"s\\",\\"schedulerName\\":\\"s\\",\\"schedulingGates\\":\\"[298\\",\\"securityContext\\":\\"299\\",\\"serviceAccount\\":\\"s\\",\\"serviceAccountName\\":\\"s\\",\\"setHostnameAsFQDN\\":\\"b\\",\\"shareProcessNamespace\\":\\"b\\",\\"subdomain\\":\\"s\\",\\"terminationGracePeriodSeconds\\":\\"l\\",\\"tolerations\\":\\"[350\\",\\"topologySpreadConstraints\\":\\"[353\\",\\"volumes\\":\\"[356\\"},\\"required\\":[\\"containers\\"]}","301":"{\\"properties\\":{\\"conditions\\":\\"[289\\",\\"containerStatuses\\":\\"[200\\",\\"ephemeralContainerStatuses\\":\\"[200\\",\\"hostIP\\":\\"s\\",\\"hostIPs\\":\\"[233\\",\\"initContainerStatuses\\":\\"[200\\",\\"message\\":\\"s\\",\\"nominatedNodeName\\":\\"s\\",\\"observedGeneration\\":\\"l\\",\\"phase\\":\\"s\\",\\"podIP\\":\\"s\\",\\"podIPs\\":\\"[293\\",\\"qosClass\\":\\"s\\",\\"reason\\":\\"s\\",\\"resize\\":\\"s\\",\\"resourceClaimStatuses\\":\\"[297\\",\\"startTime\\":\\"t\\"}}","361":"{\\"properties\\":{\\"clusterTrustBundle\\":\\"180\\",\\"configMap\\":\\"187\\",\\"downwardAPI\\":\\"203\\",\\"secret\\":\\"333\\",\\"serviceAccountToken\\":\\"339\\"}}","415":"{\\"properties\\":{\\"apiVersion\\":\\"s\\",\\"kind\\":\\"s\\",\\"metadata\\":\\"617\\",\\"spec\\":\\"420\\"},\\"required\\":[\\"spec\\"]}","420":"{\\"properties\\":{\\"egress\\":\\"[416\\",\\"ingress\\":\\"[417\\",\\"podSelector\\":\\"614\\",\\"policyTypes\\":\\"[720\\"},\\"required\\":[\\"podSelector\\"]}","486":"{\\"properties\\":{\\"apiVersion\\":\\"s\\",\\"kind\\":\\"s\\",\\"metadata\\":\\"617\\",\\"spec\\":\\"487\\"},\\"required\\":[\\"spec\\"]}","489":"{\\"properties\\":{\\"device\\":\\"s\\",\\"deviceClassName\\":\\"s\\",\\"driver\\":\\"s\\",\\"pool\\":\\"s\\",\\"selectors\\":\\"[629\\"}}","490":"{\\"properties\\":{\\"conditions\\":\\"[610\\",\\"data\\":\\"o\\",\\"device\\":\\"s\\",\\"driver\\":\\"s\\",\\"networkData\\":\\"517\\",\\"pool\\":\\"s\\"},\\"required\\":[\\"device\\",\\"driver\\",\\"pool\\"]}","491":"{\\"properties\\":{\\"devices\\":\\"501\\",\\"nodeSelector\\":\\"265\\"}}","492":"{\\"properties\\":{\\"allNodes\\":\\"b\\",\\"attributes\\":\\"{502\\",\\"capacity\\":\\"{503\\",\\"consumesCounters\\":\\"[510\\",\\"nodeName\\":\\"s\\",\\"nodeSelector\\":\\"265\\",\\"taints\\":\\"[515\\"}}","503":"{\\"properties\\":{\\"value\\":\\"q\\"},\\"required\\":[\\"value\\"]}","508":"{\\"properties\\":{\\"config\\":\\"[507\\",\\"selectors\\":\\"[513\\"}}","509":"{\\"properties\\":{\\"matchAttribute\\":\\"s\\",\\"requests\\":\\"[s\\"}}","511":"{\\"properties\\":{\\"adminAccess\\":\\"b\\",\\"allocationMode\\":\\"s\\",\\"count\\":\\"l\\",\\"deviceClassName\\":\\"s\\",\\"firstAvailable\\":\\"[514\\",\\"name\\":\\"s\\",\\"selectors\\":\\"[513\\",\\"tolerations\\":\\"[516\\"},\\"required\\":[\\"name\\"]}","512":"{\\"properties\\":{\\"adminAccess\\":\\"b\\",\\"device\\":\\"s\\",\\"driver\\":\\"s\\",\\"pool\\":\\"s\\",\\"request\\":\\"s\\",\\"tolerations\\":\\"[516\\"},\\"required\\":[\\"device\\",\\"driver\\",\\"pool\\",\\"request\\"]}","514":"{\\"properties\\":{\\"allocationMode\\":\\"s\\",\\"count\\":\\"l\\",\\"deviceClassName\\":\\"s\\",\\"name\\":\\"s\\",\\"selectors\\":\\"[513\\",\\"tolerations\\":\\"[516\\"},\\"required\\":[\\"deviceClassName\\",\\"name\\"]}","528":"{\\"properties\\":{\\"conditions\\":\\"[610\\",\\"data\\":\\"o\\",\\"device\\":\\"s\\",\\"driver\\":\\"s\\",\\"networkData\\":\\"555\\",\\"pool\\":\\"s\\"},\\"required\\":[\\"device\\",\\"driver\\",\\"pool\\"]}","529":"{\\"properties\\":{\\"devices\\":\\"538\\",\\"nodeSelector\\":\\"265\\"}}","536":"{\\"properties\\":{\\"allNodes\\":\\"b\\",\\"attributes\\":\\"{539\\",\\"capacity\\":\\"{540\\",\\"consumesCounters\\":\\"[547\\",\\"name\\":\\"s\\",\\"nodeName\\":\\"s\\",\\"nodeSelector\\":\\"265\\",\\"taints\\":\\"[552\\"},\\"required\\":[\\"name\\"]}","540":"{\\"properties\\":{\\"value\\":\\"q\\"},\\"required\\":[\\"value\\"]}","545":"{\\"properties\\":{\\"config\\":\\"[544\\",\\"selectors\\":\\"[550\\"}}","546":"{\\"properties\\":{\\"matchAttribute\\":\\"s\\",\\"requests\\":\\"[s\\"}}","549":"{\\"properties\\":{\\"adminAccess\\":\\"b\\",\\"device\\":\\"s\\",\\"driver\\":\\"s\\",\\"pool\\":\\"s\\",\\"request\\":\\"s\\",\\"tolerations\\":\\"[553\\"},\\"required\\":[\\"device\\",\\"driver\\",\\"pool\\",\\"request\\"]}","551":"{\\"properties\\":{\\"allocationMode\\":\\"s\\",\\"count\\":\\"l\\",\\"deviceClassName\\":\\"s\\",\\"name\\":\\"s\\",\\"selectors\\":\\"[550\\",\\"tolerations\\":\\"[553\\"},\\"required\\":[\\"deviceClassName\\",\\"name\\"]}","554":"{\\"properties\\":{\\"adminAccess\\":\\"b\\",\\"allocationMode\\":\\"s\\",\\"count\\":\\"l\\",\\"deviceClassName\\":\\"s\\",\\"selectors\\":\\"[550\\",\\"tolerations\\":\\"[553\\"},\\"required\\":[\\"deviceClassName\\"]}","574":"{\\"properties\\":{\\"attachRequired\\":\\"b\\",\\"fsGroupPolicy\\":\\"s\\",\\"nodeAllocatableUpdatePeriodSeconds\\":\\"l\\",\\"podInfoOnMount\\":\\"b\\",\\"requiresRepublish\\":\\"b\\",\\"seLinuxMount\\":\\"b\\",\\"storageCapacity\\":\\"b\\",\\"tokenRequests\\":\\"[580\\",\\"volumeLifecycleModes\\":\\"[s\\"}}","595":"{\\"properties\\":{\\"lastTransitionTime\\":\\"t\\",\\"message\\":\\"s\\",\\"reason\\":\\"s\\",\\"status\\":\\"s\\",\\"type\\":\\"s\\"},\\"required\\":[\\"status\\",\\"type\\"]}","598":"{\\"properties\\":{\\"acceptedNames\\":\\"596\\",\\"conditions\\":\\"[595\\",\\"storedVersions\\":\\"[s\\"},\\"required\\":[\\"acceptedNames\\"]}"}}`,
  },
};
