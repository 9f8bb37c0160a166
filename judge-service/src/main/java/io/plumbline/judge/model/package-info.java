/** Who answers: the models that may be asked for judgments. */
package io.plumbline.judge.model;
