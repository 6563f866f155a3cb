/**
 * Every kind of loss: what Docker has and the manifests have not, or not quite. One table gives each code its title and
 * what can be done about it; a translation lists those that a project meets, each with its place.
 */

export const LOSSES = {
  L1: {
    title: 'Only declared ports are reached by the name',
    advice: 'Leave the label away that asks for a ClusterIP, so that the name leads to the pods themselves.',
  },
  L2: {
    title: 'A name resolves for more services than in Docker',
    advice:
      'Nothing opens by it: the policies decide who is reached. Split the project in two if names must be hidden.',
  },
  L3: {
    title: 'A name had to change',
    advice: 'Use the new name wherever the old one is mentioned.',
  },
  L4: {
    title: 'Cluster DNS answers outside names to services without a way out',
    advice: 'Have cluster DNS refuse outside names to this namespace if names may not carry data out.',
  },
  L5: {
    title: 'The node reaches a pod that Docker gives no network',
    advice: 'Nothing listens on a network there, unless the image does; let it listen on no address.',
  },
  L6: {
    title: "Policies do not hold for a pod in its node's network",
    advice: 'Give the service a network of its own, and publish its ports.',
  },
  L7: {
    title: 'Services in one pod live and scale together',
    advice: 'Let the service have a network of its own if it must be restarted or scaled alone.',
  },
  L8: {
    title: 'What runs on the host reaches containers in another way',
    advice: 'Use kubectl port-forward, or run it in the cluster on the same network.',
  },
  L9: {
    title: 'The cluster chooses the address or the port',
    advice: 'Give the load balancer its address, or put a name before it.',
  },
  L10: {
    title: 'host-gateway means no address of a cluster',
    advice: 'Give the address of the machine that was meant.',
  },
  L11: {
    title: 'Nothing waits for other services',
    advice: 'Let the program try again, or ask with order=wait.',
  },
  L12: {
    title: 'Fixed addresses are lost',
    advice: 'Use names; look for the address in the settings of other services.',
  },
  L13: {
    title: 'The network driver has no counterpart',
    advice: 'A second interface (Multus) or hostNetwork puts pods on the LAN.',
  },
  L14: {
    title: 'What may leave for outside may leave for pods of other projects',
    advice: 'Name the address ranges of the cluster in clusterCIDRs.',
  },
  L15: {
    title: 'Whether ICMP passes is left to the network plugin',
    advice: 'Do not rest on ping; NetworkPolicy does not speak of it.',
  },
  L16: {
    title: 'Policies need a network plugin that enforces them',
    advice: 'Use one that does, and that knows SCTP where the project uses it.',
  },
  L17: {
    title: 'Who is seen as the client differs',
    advice: 'externalTrafficPolicy: Local keeps the address of clients; what leaves bears the address of the node.',
  },
  L18: {
    title: 'A pod may not reach itself by its own published port',
    advice: 'Dial the name of the service instead.',
  },
  L19: {
    title: 'A node port is open on every node',
    advice: 'Use a load balancer, or a firewall before the nodes.',
  },
  L20: {
    title: 'A container that may forge addresses meets other neighbours',
    advice: 'Drop the capability; most network plugins stop forged packets, a Docker bridge does not.',
  },
  L21: {
    title: 'One name means different services on different networks',
    advice: 'Give them different names.',
  },
  L22: { title: 'No counterpart', advice: 'See the reason; the attribute is left out.' },
  L23: {
    title: 'Restarting differs',
    advice: 'A Deployment restarts what has ended; make it a Job (kompose.controller.type) if it is to end.',
  },
  L24: {
    title: 'A volume starts empty',
    advice:
      "Docker fills a new volume from the image; copy the image's files in with an init container if they matter.",
  },
  L25: {
    title: 'A path of the host is not there',
    advice: 'Send the files with the project, build them into the image, or ask with volumes=hostpath.',
  },
  L26: {
    title: 'The image is built from a folder',
    advice: 'Build it, push it to a registry, and write its name into the manifest.',
  },
  L27: {
    title: 'A label asks for something else than Compose says',
    advice: 'Leave the label away if Docker is to be followed.',
  },
  L28: {
    title: 'Only HTTP passes',
    advice: 'Use expose=loadbalancer for ports that do not speak HTTP.',
  },
  L29: {
    title: 'What Docker does is not known',
    advice: 'Send the file that defines it, or say it in a way that is modelled.',
  },
  L30: {
    title: 'The policies were asked to differ',
    advice: 'Ask with policies=faithful for exactly the reach of Docker.',
  },
  L31: {
    title: 'A service without a way out reaches the Docker host',
    advice: 'There is no such host in a cluster; run what it talks to in a pod.',
  },
  L32: {
    title: 'Storage that several pods write to',
    advice: 'Name a storage class that offers ReadWriteMany, or let one pod have the volume.',
  },
  L33: {
    title: 'What is open to the LAN is open to other pods',
    advice: 'Put a policy of the cluster before the namespace, or take the port back.',
  },
} as const;

export type LossCode = keyof typeof LOSSES;
