/** The other sides, played over real sockets: workers, reward-service, judge-service. */
package io.plumbline.trainer.stub;
