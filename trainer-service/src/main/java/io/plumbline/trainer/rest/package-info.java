/** The REST doors: the contract's messages as JSON, failures as problem+json. */
package io.plumbline.trainer.rest;
