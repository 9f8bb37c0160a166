/** Runs protocols on recorded answers, so that judgments can be had from files alone. */
package io.plumbline.judgment.replay;
