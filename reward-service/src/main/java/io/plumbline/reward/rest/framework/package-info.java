/** The REST shapes that reinforcement-learning frameworks and retrievers already call. */
package io.plumbline.reward.rest.framework;
